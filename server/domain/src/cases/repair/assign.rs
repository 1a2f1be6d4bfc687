//! Giving a step that lies before nobody to a position.

use tenants::Scope;
use uuid::Uuid;

use super::take::{end, take};
use crate::cases::hold;
use crate::events::Event;
use crate::incidents::{How, IncidentKind};
use crate::tasks::{self, Task};
use crate::{Error, IncidentId, PositionId, Refusal, Result, organisation};

/// Give the step to a position, which then has it for itself.
pub async fn assign(
    scope: &mut Scope,
    id: IncidentId,
    position: PositionId,
    command: Uuid,
) -> Result<()> {
    let Some((mut case, incident)) = take(scope, id, command).await? else { return Ok(()) };
    if incident.kind != IncidentKind::Nobody {
        return Err(Refusal::NotSoMended.into());
    }
    if !organisation::position_is_open(scope, position).await? {
        return Err(Error::invalid("position", "choose"));
    }
    let its = |task: &Task| task.is_open() && task.token == incident.token;
    let task = tasks::of_case(scope, case.id).await?.into_iter().find(its);
    let task = task.ok_or(Refusal::NoLongerOpen)?;
    tasks::give(scope, task.id, position).await?;
    case.note(Event::TaskAssigned { task: task.id, node: task.node, position });
    end(scope, &mut case, &incident, (How::Assigned, None)).await?;
    hold::save(scope, case).await
}
