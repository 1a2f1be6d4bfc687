//! The tables `subscriptions`, `message_inbox` and `service_runs`.

use tenants::Scope;
use uuid::Uuid;

use super::Run;
use crate::{CaseId, Result};

pub(crate) async fn subscribe(
    scope: &mut Scope,
    case: CaseId,
    token: u64,
    name: &str,
) -> Result<()> {
    let tenant = scope.tenant_id();
    sqlx::query!(
        "insert into subscriptions (tenant_id, case_id, token, name) values ($1, $2, $3, $4)
         on conflict do nothing",
        tenant,
        case.0,
        token.cast_signed(),
        name,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}

pub(crate) async fn unsubscribe(
    scope: &mut Scope,
    case: CaseId,
    token: u64,
    name: &str,
) -> Result<()> {
    let tenant = scope.tenant_id();
    sqlx::query!(
        "delete from subscriptions
         where tenant_id = $1 and case_id = $2 and token = $3 and name = $4",
        tenant,
        case.0,
        token.cast_signed(),
        name,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}

/// Keep a message that nothing waits for yet.
pub(crate) async fn keep_message(scope: &mut Scope, case: CaseId, name: &str) -> Result<()> {
    let (tenant, now) = (scope.tenant_id(), scope.now());
    sqlx::query!(
        "insert into message_inbox (tenant_id, id, case_id, name, received_at)
         values ($1, $2, $3, $4, $5)",
        tenant,
        Uuid::now_v7(),
        case.0,
        name,
        now,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}

/// Take the oldest kept message of a name out of the inbox; says whether there was one.
pub(crate) async fn take_message(scope: &mut Scope, case: CaseId, name: &str) -> Result<bool> {
    let tenant = scope.tenant_id();
    let taken = sqlx::query!(
        "delete from message_inbox where tenant_id = $1 and id = (
             select id from message_inbox
             where tenant_id = $1 and case_id = $2 and name = $3 order by received_at, id limit 1)",
        tenant,
        case.0,
        name,
    )
    .execute(scope.conn())
    .await?;
    Ok(taken.rows_affected() == 1)
}

pub(crate) async fn start_run(scope: &mut Scope, id: Uuid, run: &Run) -> Result<()> {
    let (tenant, now) = (scope.tenant_id(), scope.now());
    sqlx::query!(
        "insert into service_runs (tenant_id, id, case_id, token, node, kind, state, started_at)
         values ($1, $2, $3, $4, $5, $6, 'queued', $7)",
        tenant,
        id,
        run.case.0,
        run.token.cast_signed(),
        run.node,
        run.kind,
        now,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}

/// A run that is still wanted.
pub(crate) async fn run(scope: &mut Scope, id: Uuid) -> Result<Option<Run>> {
    let tenant = scope.tenant_id();
    let row = sqlx::query!(
        "select case_id, token, node, kind from service_runs
         where tenant_id = $1 and id = $2 and state = 'queued'",
        tenant,
        id,
    )
    .fetch_optional(scope.conn())
    .await?;
    Ok(row.map(|r| Run {
        case: CaseId(r.case_id),
        token: r.token.cast_unsigned(),
        node: r.node,
        kind: r.kind,
    }))
}

pub(crate) async fn end_run(scope: &mut Scope, id: Uuid) -> Result<()> {
    let (tenant, now) = (scope.tenant_id(), scope.now());
    sqlx::query!(
        "update service_runs set state = 'done', ended_at = $3 where tenant_id = $1 and id = $2",
        tenant,
        id,
        now,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}

/// Cancel what a token still waits for; the result, should it come, is ignored.
pub(crate) async fn cancel_run(scope: &mut Scope, case: CaseId, token: u64) -> Result<Vec<Uuid>> {
    let (tenant, now) = (scope.tenant_id(), scope.now());
    let ids = sqlx::query_scalar!(
        "update service_runs set state = 'cancelled', ended_at = $4
         where tenant_id = $1 and case_id = $2 and token = $3 and state = 'queued' returning id",
        tenant,
        case.0,
        token.cast_signed(),
        now,
    )
    .fetch_all(scope.conn())
    .await?;
    Ok(ids)
}

/// A run goes on at the step of another version.
pub(crate) async fn rename_run(
    scope: &mut Scope,
    case: CaseId,
    token: u64,
    node: &str,
) -> Result<()> {
    let tenant = scope.tenant_id();
    sqlx::query!(
        "update service_runs set node = $4
         where tenant_id = $1 and case_id = $2 and token = $3 and state = 'queued'",
        tenant,
        case.0,
        token.cast_signed(),
        node,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}
