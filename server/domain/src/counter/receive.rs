//! Receiving somebody: a draft begins at the clerk's counter.

use std::sync::Arc;

use forms::Typed;
use locale::jalali::Day;
use tenants::{Act, Axis, Kind, Scope};

use super::{Visitor, allow_list, store};
use crate::catalogue::{self, Service};
use crate::drafts::{self, Whose};
use crate::{DraftId, Error, PositionId, Result, StaffId};

/// Somebody wants something.
#[derive(Debug)]
pub struct Arrival<'a> {
    /// Minted with the page, so that a form sent twice begins one draft.
    pub draft: DraftId,
    /// The service's key.
    pub service: &'a str,
    /// What the clerk noted of the visitor.
    pub typed: Typed,
}

/// The service that is about to be asked for, if this caller may begin a request for it. Whether it
/// is closed is told only to whoever receives visitors.
pub async fn offer(scope: &mut Scope, service: &str) -> Result<Arc<Service>> {
    allow_list(scope)?;
    let service = catalogue::open(scope, service).await?;
    scope.allow(Act::Start, service.as_ref())?;
    Ok(service)
}

/// Receive somebody. What is known of them stands in the form already, so that nothing is asked
/// twice.
///
/// # Errors
/// `Invalid` names what was noted and needs another look; `Refused(ServiceClosed)`.
pub async fn receive(scope: &mut Scope, arrival: Arrival<'_>) -> Result<DraftId> {
    let service = offer(scope, arrival.service).await?;
    let (position, clerk) = counter(scope, &service.key)?;
    let today = Day::of(scope.now());
    let visitor = Visitor::read(arrival.typed, today).map_err(Error::Invalid)?;
    let typed = visitor.prefill(&service.form);
    let new = drafts::NewDraft {
        id: arrival.draft,
        whose: Whose::Counter(position),
        version: service.version,
        typed: &typed,
    };
    if drafts::insert(scope, &new).await? {
        store::insert(scope, arrival.draft, &visitor, clerk).await?;
    } else {
        // Sent before: the draft is there, if it is this counter's.
        let draft = drafts::draft(scope, arrival.draft).await?;
        scope.allow(Act::See, &draft)?;
    }
    Ok(arrival.draft)
}

/// At which of the caller's positions visitors are received: one whose roles may begin a request.
fn counter(scope: &Scope, service: &str) -> Result<(PositionId, StaffId)> {
    let member = scope.caller().staff().ok_or(Error::Missing("member of staff"))?;
    let policy = scope.policy();
    let begins =
        |role: &String| policy.permits(Axis::Role, role, Kind::Service, Some(service), Act::Start);
    let held = member.positions.iter().find(|held| held.roles.iter().any(begins));
    let held = held.ok_or(Error::Missing("counter"))?;
    Ok((PositionId(held.position), StaffId(member.staff)))
}
