//! The table `attempts`.

use chrono::{DateTime, Utc};
use tenants::Scope;

use super::Tally;
use crate::Result;

/// Which counter, in which span.
pub(super) struct Row<'a> {
    pub(super) kind: &'a str,
    pub(super) mark: &'a [u8],
    pub(super) began_at: DateTime<Utc>,
}

/// What was counted so far. The row is made where there is none, so that there is one to lock.
pub(super) async fn hold_attempts(scope: &mut Scope, row: &Row<'_>) -> Result<Tally> {
    let tenant = scope.tenant_id();
    let tally = sqlx::query_as!(
        Tally,
        "insert into attempts (tenant_id, kind, mark, began_at, count) values ($1, $2, $3, $4, 0)
         on conflict (tenant_id, kind, mark, began_at) do update set count = attempts.count
         returning count, last_at",
        tenant,
        row.kind,
        row.mark,
        row.began_at,
    )
    .fetch_one(scope.conn())
    .await?;
    Ok(tally)
}

pub(super) async fn add_attempt(scope: &mut Scope, row: &Row<'_>) -> Result<()> {
    let (tenant, now) = (scope.tenant_id(), scope.now());
    sqlx::query!(
        "update attempts set count = count + 1, last_at = $5
         where tenant_id = $1 and kind = $2 and mark = $3 and began_at = $4",
        tenant,
        row.kind,
        row.mark,
        row.began_at,
        now,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}

pub(super) async fn take_attempt_back(scope: &mut Scope, row: &Row<'_>) -> Result<()> {
    let tenant = scope.tenant_id();
    sqlx::query!(
        "update attempts set count = count - 1
         where tenant_id = $1 and kind = $2 and mark = $3 and began_at = $4 and count > 0",
        tenant,
        row.kind,
        row.mark,
        row.began_at,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}

/// Remove the counter, whatever its span.
pub(super) async fn clear_attempts(scope: &mut Scope, row: &Row<'_>) -> Result<()> {
    let tenant = scope.tenant_id();
    sqlx::query!(
        "delete from attempts where tenant_id = $1 and kind = $2 and mark = $3",
        tenant,
        row.kind,
        row.mark,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}

/// Remove some of the counters that began before then; rows that another call holds are left to it.
pub(super) async fn sweep_attempts(scope: &mut Scope, before: DateTime<Utc>) -> Result<()> {
    let tenant = scope.tenant_id();
    sqlx::query!(
        "delete from attempts where tenant_id = $1 and (kind, mark, began_at) in (
             select kind, mark, began_at from attempts
             where tenant_id = $1 and began_at < $2 limit 20 for update skip locked)",
        tenant,
        before,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}
