//! Passing over what keeps a case.

use bpmn::Trigger;
use tenants::Scope;
use uuid::Uuid;

use super::retry::nothing_to_do;
use super::take::{end, reason, take};
use crate::cases::{advance, hold};
use crate::incidents::{How, IncidentKind};
use crate::processes::instances;
use crate::{IncidentId, Refusal, Result, jobs};

/// Go on as if the step had been done.
#[derive(Debug, Clone)]
pub struct Skip {
    pub incident: IncidentId,
    /// The flow to go on by; without one the process says.
    pub way: Option<String>,
    pub reason: String,
    pub command: Uuid,
}

/// Pass over it, for a reason that is kept.
pub async fn skip(scope: &mut Scope, skip: Skip) -> Result<()> {
    let taken = take(scope, skip.incident, skip.command).await?;
    let Some((mut case, incident)) = taken else { return Ok(()) };
    hold::open(&case)?;
    let reason = reason(&skip.reason)?;
    let token = incident.token;
    let trigger = if incident.kind == IncidentKind::Job {
        let runs = instances::cancel_run(scope, case.id, token).await?;
        if runs.is_empty() {
            return Err(Refusal::NotSoMended.into());
        }
        jobs::remove_all(scope, &runs).await?;
        Trigger::JobDone { token }
    } else {
        Trigger::Skip { token, flow: skip.way }
    };
    end(scope, &mut case, &incident, (How::Skipped, Some(reason))).await?;
    advance::advance(scope, &mut case, &trigger).await.map_err(nothing_to_do)?;
    hold::save(scope, case).await
}
