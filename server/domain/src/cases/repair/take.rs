//! Taking an incident in hand.

use forms::{Flaw, Problems};
use tenants::{Act, Scope};
use uuid::Uuid;

use crate::cases::model::Case;
use crate::cases::{complete, hold};
use crate::events::Event;
use crate::incidents::{self, How, Incident};
use crate::organisation::Part;
use crate::{Error, IncidentId, Refusal, Result};

/// An incident under the lock of its case; nothing where this very command was carried out before.
///
/// # Errors
/// `Refused(AlreadyDone)` tells who was quicker.
pub(super) async fn take(
    scope: &mut Scope,
    id: IncidentId,
    command: Uuid,
) -> Result<Option<(Case, Incident)>> {
    let found = incidents::find(scope, id).await?.ok_or(Error::Missing("incident"))?;
    let case = hold::hold(scope, found.case).await?;
    scope.allow(Act::Configure, &Part::from(case.id))?;
    if hold::seen(scope, &case, command).await? {
        return Ok(None);
    }
    let incident = incidents::find(scope, id).await?.ok_or(Error::Missing("incident"))?;
    let Some(resolved) = &incident.resolved else { return Ok(Some((case, incident))) };
    let Some(by) = resolved.by else { return Err(Refusal::NoLongerOpen.into()) };
    Err(hold::done_by(scope, by, resolved.at).await?.into())
}

/// End it, and say so in the case's history.
pub(super) async fn end(
    scope: &mut Scope,
    case: &mut Case,
    incident: &Incident,
    (how, reason): (How, Option<&str>),
) -> Result<()> {
    let by = complete::staff(scope).ok();
    incidents::resolve(scope, incident.id, how, (by, reason)).await?;
    let how: &str = how.into();
    case.note(Event::Mended { node: incident.node.clone(), how: how.to_owned() });
    Ok(())
}

/// A reason is always given, and not at any length.
pub(in crate::cases) fn reason(typed: &str) -> Result<&str> {
    const LONGEST: usize = 1_000;
    match typed.trim() {
        "" => Err(Error::invalid("reason", "required")),
        long if long.chars().count() > LONGEST => {
            let flaw = Flaw::new("too-long").with("max", LONGEST.to_string());
            Err(Error::Invalid(Problems::one("reason", flaw)))
        }
        reason => Ok(reason),
    }
}
