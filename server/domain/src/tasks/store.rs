//! The table `tasks`.

use tenants::Scope;

use super::{Task, TaskState};
use crate::{CaseId, PositionId, Result, StaffId, TaskId};

/// Keep a task that is open from now on.
pub(crate) async fn insert(scope: &mut Scope, task: &Task) -> Result<()> {
    let tenant = scope.tenant_id();
    sqlx::query!(
        "insert into tasks (tenant_id, id, case_id, token, node, role, position_id, due_at, opened_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        tenant,
        task.id.0,
        task.case.0,
        task.token.cast_signed(),
        task.node,
        task.role,
        task.position.map(|p| p.0),
        task.due_at,
        task.opened_at,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}

/// A case's tasks, oldest first.
pub(crate) async fn of_case(scope: &mut Scope, case: CaseId) -> Result<Vec<Task>> {
    let tenant = scope.tenant_id();
    let rows = sqlx::query!(
        "select id, token, node, state, role, position_id, due_at, opened_at, seen_at, done_at,
                done_by, outcome
         from tasks where tenant_id = $1 and case_id = $2 order by opened_at, id",
        tenant,
        case.0,
    )
    .fetch_all(scope.conn())
    .await?;
    let tasks = rows.into_iter().map(|r| Task {
        id: TaskId(r.id),
        case,
        token: r.token.cast_unsigned(),
        node: r.node,
        state: r.state.parse().unwrap_or(TaskState::Cancelled),
        role: r.role,
        position: r.position_id.map(PositionId),
        due_at: r.due_at,
        opened_at: r.opened_at,
        seen_at: r.seen_at,
        done_at: r.done_at,
        done_by: r.done_by.map(StaffId),
        outcome: r.outcome,
    });
    Ok(tasks.collect())
}

/// End an open task. The case's lock is held, so the task is as it was read.
pub(crate) async fn finish(
    scope: &mut Scope,
    task: TaskId,
    by: StaffId,
    outcome: &str,
) -> Result<()> {
    let (tenant, now) = (scope.tenant_id(), scope.now());
    sqlx::query!(
        "update tasks set state = 'done', done_at = $3, done_by = $4, outcome = $5
         where tenant_id = $1 and id = $2 and state = 'open'",
        tenant,
        task.0,
        now,
        by.0,
        outcome,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}

/// Give an open task to a position, which then has it for itself.
pub(crate) async fn give(scope: &mut Scope, task: TaskId, position: PositionId) -> Result<()> {
    let tenant = scope.tenant_id();
    sqlx::query!(
        "update tasks set position_id = $3, seen_at = null
         where tenant_id = $1 and id = $2 and state = 'open'",
        tenant,
        task.0,
        position.0,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}

/// Cancel the open task of a token; returns which it was.
pub(crate) async fn cancel(scope: &mut Scope, case: CaseId, token: u64) -> Result<Option<TaskId>> {
    let (tenant, now) = (scope.tenant_id(), scope.now());
    let id = sqlx::query_scalar!(
        "update tasks set state = 'cancelled', done_at = $4
         where tenant_id = $1 and case_id = $2 and token = $3 and state = 'open' returning id",
        tenant,
        case.0,
        token.cast_signed(),
        now,
    )
    .fetch_optional(scope.conn())
    .await?;
    Ok(id.map(TaskId))
}

/// Note that those before whom the case's open tasks lie have looked at it.
pub(crate) async fn mark_seen(scope: &mut Scope, tasks: &[TaskId]) -> Result<()> {
    let (tenant, now) = (scope.tenant_id(), scope.now());
    let ids: Vec<_> = tasks.iter().map(|t| t.0).collect();
    sqlx::query!(
        "update tasks set seen_at = $3
         where tenant_id = $1 and id = any($2) and seen_at is null",
        tenant,
        &ids,
        now,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}

pub(super) async fn rename(
    scope: &mut Scope,
    (case, token): (CaseId, u64),
    (node, role): (&str, &str),
    position: Option<PositionId>,
) -> Result<()> {
    let tenant = scope.tenant_id();
    sqlx::query!(
        "update tasks
         set node = $4, role = $5, position_id = case when role = $5 then position_id else $6 end,
             seen_at = case when role = $5 then seen_at end
         where tenant_id = $1 and case_id = $2 and token = $3 and state = 'open'",
        tenant,
        case.0,
        token.cast_signed(),
        node,
        role,
        position.map(|it| it.0),
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}
