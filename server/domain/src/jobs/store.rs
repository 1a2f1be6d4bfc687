//! The table `jobs`, one of the two without a wall: workers take jobs of every tenant.

use chrono::{DateTime, TimeDelta, Utc};
use sqlx::{PgExecutor, PgPool};
use tenants::{Scope, TenantId};
use uuid::Uuid;

use super::model::{Job, JobKind, Taken};
use crate::Result;

/// Enqueue a job in the transaction of what it follows from.
pub(crate) async fn enqueue(scope: &mut Scope, job: Job) -> Result<()> {
    let (tenant, kind): (_, &str) = (scope.tenant_id(), job.kind.into());
    sqlx::query!(
        "insert into jobs (tenant_id, id, kind, subject_id, run_at) values ($1, $2, $3, $4, $5)
         on conflict (tenant_id, id) do update
             set run_at = excluded.run_at, state = 'queued', attempts = 0, locked_until = null",
        tenant,
        job.id,
        kind,
        job.subject,
        job.run_at,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}

/// Enqueue a job for each subject, under the subject's id.
pub(crate) async fn enqueue_all(scope: &mut Scope, kind: JobKind, subjects: &[Uuid]) -> Result<()> {
    let (tenant, now, kind): (_, _, &str) = (scope.tenant_id(), scope.now(), kind.into());
    sqlx::query!(
        "insert into jobs (tenant_id, id, kind, subject_id, run_at)
         select $1, subject, $2, subject, $4 from unnest($3::uuid[]) as s (subject)",
        tenant,
        kind,
        subjects,
        now,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}

/// Remove a job that is no longer due.
pub(crate) async fn remove(scope: &mut Scope, id: Uuid) -> Result<()> {
    let tenant = scope.tenant_id();
    sqlx::query!("delete from jobs where tenant_id = $1 and id = $2", tenant, id)
        .execute(scope.conn())
        .await?;
    Ok(())
}

/// Remove several, in one statement.
pub(crate) async fn remove_all(scope: &mut Scope, ids: &[Uuid]) -> Result<()> {
    let tenant = scope.tenant_id();
    sqlx::query!("delete from jobs where tenant_id = $1 and id = any($2)", tenant, ids)
        .execute(scope.conn())
        .await?;
    Ok(())
}

/// Take up to `each` due jobs of every tenant, so that one tenant's burst starves nobody. They are
/// this worker's until `now + lease`.
pub async fn take(
    pool: &PgPool,
    now: DateTime<Utc>,
    lease: TimeDelta,
    each: i64,
) -> Result<Vec<Taken>> {
    let rows = sqlx::query!(
        "with due as (
             select j.tenant_id, j.id from tenants t
             cross join lateral (
                 select tenant_id, id from jobs
                 where tenant_id = t.id and state = 'queued' and run_at <= $1
                   and (locked_until is null or locked_until < $1)
                 order by run_at limit $3 for update skip locked
             ) j
             where t.state = 'active'
         )
         update jobs set locked_until = $2, attempts = attempts + 1
         from due where jobs.tenant_id = due.tenant_id and jobs.id = due.id
         returning jobs.tenant_id, jobs.id, jobs.kind, jobs.subject_id, jobs.attempts",
        now,
        now + lease,
        each,
    )
    .fetch_all(pool)
    .await?;
    let taken = rows.into_iter().filter_map(|r| {
        let kind: JobKind = r.kind.parse().ok()?;
        let tenant = TenantId(r.tenant_id);
        Some(Taken { tenant, id: r.id, kind, subject: r.subject_id, attempt: r.attempts })
    });
    Ok(taken.collect())
}

/// It is done: take it off the list. What was enqueued anew or taken by another since this worker took
/// it is not this worker's to take off: that holds for all four reports, and `attempts` tells.
pub async fn finish(pool: &PgPool, job: &Taken) -> Result<()> {
    sqlx::query!(
        "delete from jobs where tenant_id = $1 and id = $2 and attempts = $3",
        job.tenant.0,
        job.id,
        job.attempt,
    )
    .execute(pool)
    .await?;
    Ok(())
}

/// Try again at a later time; `failure` is a kind, never a text with a person's data.
pub async fn later(pool: &PgPool, job: &Taken, at: DateTime<Utc>, failure: &str) -> Result<()> {
    sqlx::query!(
        "update jobs set run_at = $3, locked_until = null, failure = $4
         where tenant_id = $1 and id = $2 and attempts = $5",
        job.tenant.0,
        job.id,
        at,
        failure,
        job.attempt,
    )
    .execute(pool)
    .await?;
    Ok(())
}

/// Give a job back untouched: whoever comes next takes it at once.
pub async fn release(pool: &PgPool, job: &Taken) -> Result<()> {
    sqlx::query!(
        "update jobs set locked_until = null, attempts = attempts - 1
         where tenant_id = $1 and id = $2 and attempts = $3",
        job.tenant.0,
        job.id,
        job.attempt,
    )
    .execute(pool)
    .await?;
    Ok(())
}

/// Give up; it stays in the list for the operator.
pub async fn bury(pool: &PgPool, job: &Taken, failure: &str) -> Result<()> {
    dies(pool, job, failure).await.map(drop)
}

/// Give up in the transaction of what follows from it; says whether this worker still had it.
pub(crate) async fn give_up(scope: &mut Scope, job: &Taken, failure: &str) -> Result<bool> {
    dies(scope.conn(), job, failure).await
}

async fn dies(on: impl PgExecutor<'_>, job: &Taken, failure: &str) -> Result<bool> {
    let rows = sqlx::query!(
        "update jobs set state = 'dead', locked_until = null, failure = $3
         where tenant_id = $1 and id = $2 and attempts = $4",
        job.tenant.0,
        job.id,
        failure,
        job.attempt,
    )
    .execute(on)
    .await?;
    Ok(rows.rows_affected() == 1)
}

/// When the oldest job that could run now became due.
pub async fn oldest_due(pool: &PgPool, now: DateTime<Utc>) -> Result<Option<DateTime<Utc>>> {
    let oldest = sqlx::query_scalar!(
        "select min(run_at) from jobs where state = 'queued' and run_at <= $1",
        now
    )
    .fetch_one(pool)
    .await?;
    Ok(oldest)
}

/// How a tenant's jobs are getting on.
pub(crate) struct Backlog {
    /// When the oldest job that could run now became due.
    pub(crate) oldest_due: Option<DateTime<Utc>>,
    /// Jobs that were given up.
    pub(crate) dead: i64,
}

pub(crate) async fn backlog(scope: &mut Scope) -> Result<Backlog> {
    let (tenant, now) = (scope.tenant_id(), scope.now());
    let backlog = sqlx::query_as!(
        Backlog,
        r#"select min(run_at) filter (where state = 'queued' and run_at <= $2) as oldest_due,
                  count(*) filter (where state = 'dead') as "dead!"
           from jobs where tenant_id = $1"#,
        tenant,
        now,
    )
    .fetch_one(scope.conn())
    .await?;
    Ok(backlog)
}
