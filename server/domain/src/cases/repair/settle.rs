//! Incidents begin where something stands in the way, and end when it no longer does.

use bpmn::{Position, WaitsFor};
use tenants::Scope;

use crate::Result;
use crate::cases::ground::Ground;
use crate::cases::model::Case;
use crate::events::Event;
use crate::incidents::{self, Found, How, Incident, IncidentKind};

/// Something stands in the case's way: note it in the transaction that meets it.
pub(crate) async fn met<G: Ground>(
    ground: &mut G,
    case: &mut Case,
    found: Found<'_>,
) -> Result<()> {
    let reason: &str = found.kind.into();
    case.note(Event::Stuck { node: found.node.to_owned(), reason: reason.to_owned() });
    case.troubled = true;
    ground.open_incident(case.id, found).await
}

/// End those whose token has gone on, by itself or another way.
pub(in crate::cases) async fn settle(scope: &mut Scope, case: &Case) -> Result<()> {
    if !case.troubled {
        return Ok(());
    }
    for incident in incidents::of_case(scope, case.id).await? {
        if !stands(&case.position, &incident) {
            incidents::resolve(scope, incident.id, How::Passed, (None, None)).await?;
        }
    }
    Ok(())
}

/// Whether the token is still where it could not go on.
fn stands(position: &Position, incident: &Incident) -> bool {
    if incident.kind == IncidentKind::UncaughtError {
        return true;
    }
    let its = |wait: &bpmn::Wait<'_>| wait.token == incident.token;
    let at = |wait: bpmn::Wait<'_>| {
        let repairs = wait.on == WaitsFor::Repair;
        let is_engines = !matches!(incident.kind, IncidentKind::Job | IncidentKind::Nobody);
        let joins = matches!(incident.kind, IncidentKind::Deadlock | IncidentKind::OrJoinCycle);
        wait.node == incident.node && (repairs == is_engines || joins)
    };
    let rests = position.resting().filter(its).any(at);
    let listens = position.timers().any(|it| it == (incident.token, incident.node.as_str()));
    // A repetition whose time cannot be told is no longer listened for, though its holder is there.
    let holder = incident.token == 0 && position.ended().is_none()
        || position.resting().any(|wait| its(&wait) && wait.node != incident.node);
    rests || listens || incident.kind == IncidentKind::Timer && holder
}
