//! Who holds a position, from when until when.

use chrono::{DateTime, Utc};
use tenants::{Act, Scope};

use super::part::Part;
use super::{keep_admin, store};
use crate::{Error, PositionId, Result, StaffId};

/// An appointment to make.
#[derive(Debug, Clone, Copy)]
pub struct NewAppointment {
    pub position: PositionId,
    pub staff: StaffId,
    /// Nothing is from now on.
    pub since: Option<DateTime<Utc>>,
    /// Nothing is until it is ended.
    pub until: Option<DateTime<Utc>>,
}

/// Let a member of staff hold a position for a time. Whoever holds it until then holds it no more
/// once that time begins.
///
/// Invalid at `position`, `staff`, `since` or `until`; refused with `LastAdmin` where nobody would be
/// left who can change the agency.
pub async fn appoint_staff(scope: &mut Scope, new: NewAppointment) -> Result<()> {
    scope.allow(Act::Configure, &Part::from(new.position))?;
    store::hold_chart(scope).await?;
    if !store::position_is_open(scope, new.position).await? {
        return Err(Error::invalid("position", "position-unknown"));
    }
    if !store::staff_exists(scope, new.staff).await? {
        return Err(Error::invalid("staff", "required"));
    }
    let span = span(scope, new)?;
    if store::holds_already(scope, new, span).await? {
        return Ok(());
    }
    if store::appointed_within(scope, new, span).await? {
        return Err(Error::invalid("since", "appointment-overlaps"));
    }
    store::end_before(scope, new.position, span.0).await?;
    store::insert_appointment(scope, new, span).await?;
    keep_admin::check(scope).await
}

/// From when until when.
pub(super) type Span = (DateTime<Utc>, Option<DateTime<Utc>>);

fn span(scope: &Scope, new: NewAppointment) -> Result<Span> {
    let now = scope.now();
    // The day that is typed begins before now when it is today's.
    let since = new.since.map_or(now, |since| since.max(now));
    if new.until.is_some_and(|until| until <= since) {
        return Err(Error::invalid("until", "until-before"));
    }
    Ok((since, new.until))
}

/// End an appointment now, or take back one that has not begun. It stays in the history.
///
/// Refused with `LastAdmin` where nobody would be left who can change the agency.
pub async fn end_appointment(
    scope: &mut Scope,
    position: PositionId,
    staff: StaffId,
) -> Result<()> {
    scope.allow(Act::Configure, &Part::from(position))?;
    store::hold_chart(scope).await?;
    if !store::end_appointments(scope, position, Some(staff)).await? {
        return Err(Error::Missing("appointment"));
    }
    keep_admin::check(scope).await
}
