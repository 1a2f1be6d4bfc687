//! The tables `timers` and `pauses`.

use chrono::{DateTime, Utc};
use tenants::Scope;
use uuid::Uuid;

use super::Timer;
use crate::{CaseId, Result};

pub(super) async fn insert_timer(scope: &mut Scope, timer: &Timer) -> Result<()> {
    let (tenant, now) = (scope.tenant_id(), scope.now());
    sqlx::query!(
        "insert into timers
             (tenant_id, id, case_id, token, node, due_at, legal, state, armed_at)
         values ($1, $2, $3, $4, $5, $6, $7, 'armed', $8)",
        tenant,
        timer.id,
        timer.case.0,
        timer.token.cast_signed(),
        timer.node,
        timer.due_at,
        timer.legal,
        now,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}

/// Turn a step's timer off, or all of the case; returns which were on.
pub(super) async fn turn_off(
    scope: &mut Scope,
    case: CaseId,
    at: Option<(u64, &str)>,
) -> Result<Vec<Uuid>> {
    let tenant = scope.tenant_id();
    let (token, node) = (at.map(|(t, _)| t.cast_signed()), at.map(|(_, n)| n));
    let ids = sqlx::query_scalar!(
        "update timers set state = 'off'
         where tenant_id = $1 and case_id = $2 and state in ('armed', 'paused')
           and ($3::bigint is null or (token = $3 and node = $4))
         returning id",
        tenant,
        case.0,
        token,
        node,
    )
    .fetch_all(scope.conn())
    .await?;
    Ok(ids)
}

pub(super) async fn timer(scope: &mut Scope, id: Uuid) -> Result<Option<Timer>> {
    let tenant = scope.tenant_id();
    let row = sqlx::query!(
        "select case_id, token, node, due_at, legal from timers
         where tenant_id = $1 and id = $2 and state = 'armed'",
        tenant,
        id,
    )
    .fetch_optional(scope.conn())
    .await?;
    Ok(row.map(|r| Timer {
        id,
        case: CaseId(r.case_id),
        token: r.token.cast_unsigned(),
        node: r.node,
        due_at: r.due_at,
        legal: r.legal,
    }))
}

pub(super) async fn set_fired(scope: &mut Scope, id: Uuid) -> Result<()> {
    let tenant = scope.tenant_id();
    sqlx::query!("update timers set state = 'fired' where tenant_id = $1 and id = $2", tenant, id)
        .execute(scope.conn())
        .await?;
    Ok(())
}

pub(super) async fn armed_legal(
    scope: &mut Scope,
    case: CaseId,
) -> Result<Vec<(Uuid, DateTime<Utc>)>> {
    let tenant = scope.tenant_id();
    let rows = sqlx::query!(
        "select id, due_at from timers
         where tenant_id = $1 and case_id = $2 and state = 'armed' and legal",
        tenant,
        case.0,
    )
    .fetch_all(scope.conn())
    .await?;
    Ok(rows.into_iter().map(|r| (r.id, r.due_at)).collect())
}

pub(super) async fn pause_timer(scope: &mut Scope, id: Uuid, left: i64) -> Result<()> {
    let tenant = scope.tenant_id();
    sqlx::query!(
        "update timers set state = 'paused', left_seconds = $3 where tenant_id = $1 and id = $2",
        tenant,
        id,
        left,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}

pub(super) async fn paused(scope: &mut Scope, case: CaseId) -> Result<Vec<(Uuid, i64)>> {
    let tenant = scope.tenant_id();
    let rows = sqlx::query!(
        r#"select id, left_seconds as "left!" from timers
           where tenant_id = $1 and case_id = $2 and state = 'paused'"#,
        tenant,
        case.0,
    )
    .fetch_all(scope.conn())
    .await?;
    Ok(rows.into_iter().map(|r| (r.id, r.left)).collect())
}

pub(super) async fn rearm(scope: &mut Scope, id: Uuid, due_at: DateTime<Utc>) -> Result<()> {
    let tenant = scope.tenant_id();
    sqlx::query!(
        "update timers set state = 'armed', left_seconds = null, due_at = $3
         where tenant_id = $1 and id = $2",
        tenant,
        id,
        due_at,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}

/// Begin a pause unless one is open; says whether it began.
pub(super) async fn open_pause(scope: &mut Scope, case: CaseId, left: i64) -> Result<bool> {
    let (tenant, now) = (scope.tenant_id(), scope.now());
    let rows = sqlx::query!(
        "insert into pauses (tenant_id, case_id, no, reason, started_at, left_seconds)
         select $1, $2, 1 + count(*), 'needs-documents', $3, $4 from pauses
         where tenant_id = $1 and case_id = $2
         having count(*) filter (where ended_at is null) = 0",
        tenant,
        case.0,
        now,
        left,
    )
    .execute(scope.conn())
    .await?;
    Ok(rows.rows_affected() == 1)
}

/// End the open pause; returns the working seconds that were left when it began.
pub(super) async fn close_pause(scope: &mut Scope, case: CaseId) -> Result<Option<i64>> {
    let (tenant, now) = (scope.tenant_id(), scope.now());
    let left = sqlx::query_scalar!(
        "update pauses set ended_at = $3
         where tenant_id = $1 and case_id = $2 and ended_at is null returning left_seconds",
        tenant,
        case.0,
        now,
    )
    .fetch_optional(scope.conn())
    .await?;
    Ok(left)
}

/// A timer that runs or stands still, and when it was armed.
pub(super) async fn running(
    scope: &mut Scope,
    case: CaseId,
    (token, node): (u64, &str),
) -> Result<Option<(Uuid, DateTime<Utc>)>> {
    let (tenant, now) = (scope.tenant_id(), scope.now());
    let row = sqlx::query!(
        "select id, armed_at from timers
         where tenant_id = $1 and case_id = $2 and token = $3 and node = $4
           and state in ('armed', 'paused')",
        tenant,
        case.0,
        token.cast_signed(),
        node,
    )
    .fetch_optional(scope.conn())
    .await?;
    // The release before did not note when.
    Ok(row.map(|row| (row.id, row.armed_at.unwrap_or(now))))
}

/// It goes on under another id; says whether it runs.
pub(super) async fn go_on(
    scope: &mut Scope,
    id: Uuid,
    (node, legal): (&str, bool),
    due_at: Option<DateTime<Utc>>,
) -> Result<bool> {
    let tenant = scope.tenant_id();
    let state = sqlx::query_scalar!(
        "update timers set node = $3, legal = $4, due_at = coalesce($5, due_at)
         where tenant_id = $1 and id = $2 returning state",
        tenant,
        id,
        node,
        legal,
        due_at,
    )
    .fetch_one(scope.conn())
    .await?;
    Ok(state == "armed")
}
