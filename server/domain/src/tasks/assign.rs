//! Before whom a step is laid, and by when.

use chrono::{DateTime, Utc};
use tenants::Scope;

use super::{Task, TaskState, store};
use crate::organisation::{self, Seated};
use crate::{CaseId, PositionId, Result, TaskId, deadlines};

/// A task that was opened, and whether anybody is there to do it.
pub(crate) struct Opened {
    pub(crate) task: Task,
    pub(crate) is_before_somebody: bool,
}

/// The task for a step that a token has reached, not kept yet. One position with the step's role has
/// it for itself; several have it together until one acts.
pub(crate) async fn assign(
    scope: &mut Scope,
    (case, token): (CaseId, u64),
    node: &bpmn::Node,
    now: DateTime<Utc>,
) -> Result<Opened> {
    let role = node.step.attributes.get("role").cloned().unwrap_or_default();
    let due_at = match deadlines::within(&node.step) {
        Some(span) => Some(deadlines::calendar(scope).await?.add(now, &span)),
        None => None,
    };
    let positions = organisation::seats(scope, &role).await?;
    let task = Task {
        id: TaskId::new(),
        case,
        token,
        node: node.id.clone(),
        state: TaskState::Open,
        position: alone(&positions),
        role,
        due_at,
        opened_at: now,
        seen_at: None,
        done_at: None,
        done_by: None,
        outcome: None,
    };
    let is_before_somebody = positions.iter().any(|it| it.held);
    Ok(Opened { task, is_before_somebody })
}

/// The open task of a token goes on at the step of another version. It keeps its place and its due
/// date unless the step is another role's there.
pub(crate) async fn rename(
    scope: &mut Scope,
    case: CaseId,
    token: u64,
    node: &bpmn::Node,
) -> Result<()> {
    let role = node.step.get("role").unwrap_or_default().to_owned();
    let positions = organisation::seats(scope, &role).await?;
    store::rename(scope, (case, token), (&node.id, &role), alone(&positions)).await
}

/// The position that has a task for itself.
fn alone(positions: &[Seated]) -> Option<PositionId> {
    match positions {
        [only] => Some(only.position),
        _ => None,
    }
}
