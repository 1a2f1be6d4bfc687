//! Trying again, after what was wrong has been mended.

use bpmn::Trigger;
use tenants::Scope;
use uuid::Uuid;

use super::take::{end, take};
use crate::cases::model::Case;
use crate::cases::{advance, hold};
use crate::incidents::{How, Incident, IncidentKind};
use crate::jobs::{self, Job, JobKind};
use crate::processes::instances;
use crate::{Error, IncidentId, Refusal, Result};

/// Try again. What still cannot be done is an incident anew.
pub async fn retry(scope: &mut Scope, id: IncidentId, command: Uuid) -> Result<()> {
    let Some((mut case, incident)) = take(scope, id, command).await? else { return Ok(()) };
    end(scope, &mut case, &incident, (How::Retried, None)).await?;
    again(scope, &mut case, &incident).await?;
    hold::save(scope, case).await
}

pub(super) async fn again(scope: &mut Scope, case: &mut Case, incident: &Incident) -> Result<()> {
    hold::open(case)?;
    if incident.kind == IncidentKind::Job {
        return enqueue(scope, incident).await;
    }
    let trigger = Trigger::Retry { token: incident.token };
    advance::advance(scope, case, &trigger).await.map_err(nothing_to_do)
}

/// The job begins anew, with all its tries before it.
async fn enqueue(scope: &mut Scope, incident: &Incident) -> Result<()> {
    let id = incident.job.ok_or(Refusal::NotSoMended)?;
    let serves = instances::run(scope, id).await?.is_some();
    let kind = if serves { JobKind::RunService } else { JobKind::FireTimer };
    let run_at = scope.now();
    jobs::enqueue(scope, Job { id, kind, subject: id, run_at }).await
}

/// The engine waits for nothing of the kind there.
pub(super) fn nothing_to_do(error: Error) -> Error {
    match error {
        Error::Missing("step") => Refusal::NotSoMended.into(),
        other => other,
    }
}
