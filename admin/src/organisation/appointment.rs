//! Appointing somebody to a position, and ending that.

use chrono::{DateTime, Utc};
use domain::organisation::{self, NewAppointment};
use domain::{Error, PositionId, identity};
use locale::jalali::Day;
use poem::handler;
use tenants::Scope;
use web::{Answer, At, Fields, Problem, Reply};

use super::AppointmentPage;
use crate::filled::Filled;
use crate::paths;
use crate::visit::{Visit, commit};

#[handler]
pub(crate) async fn see_appointment(visit: Visit, At(id): At<PositionId>) -> Answer {
    shown(&visit, id, Filled::default()).await
}

#[handler]
pub(crate) async fn appoint(visit: Visit, At(id): At<PositionId>, fields: Fields) -> Answer {
    let sent = Filled::read(&fields)?;
    let mut scope = visit.admin().await?;
    match appointed(&mut scope, id, &sent).await {
        Ok(()) => done(scope, id, "admin-appointed").await,
        Err(error) => {
            drop(scope);
            shown(&visit, id, sent.told(error, "staff", visit.lang())?).await
        }
    }
}

async fn appointed(scope: &mut Scope, position: PositionId, sent: &Filled) -> Result<(), Error> {
    let staff = sent.text("staff").parse().map_err(|_| Error::invalid("staff", "required"))?;
    let since = day(sent, "since")?.map(Day::start_of_day);
    let until = day(sent, "until")?.map(Day::end_of_day);
    let now: DateTime<Utc> = scope.now();
    // Nobody is appointed afterwards: what was done meanwhile was not theirs to do.
    if since.is_some_and(|since| Day::of(since) < Day::of(now)) {
        return Err(Error::invalid("since", "since-past"));
    }
    organisation::appoint_staff(scope, NewAppointment { position, staff, since, until }).await
}

/// A day as it was typed; nothing where nothing was.
fn day(sent: &Filled, name: &str) -> Result<Option<Day>, Error> {
    match sent.text(name).trim() {
        "" => Ok(None),
        typed => Day::parse(typed).map(Some).ok_or(Error::invalid(name, "date-invalid")),
    }
}

/// Ends one. Whose, the form says; the page that it stands on is the position's.
#[handler]
pub(crate) async fn end(visit: Visit, At(id): At<PositionId>, fields: Fields) -> Answer {
    let staff = fields.text("staff")?.parse().map_err(|_| Problem::Missing)?;
    let mut scope = visit.admin().await?;
    match organisation::end_appointment(&mut scope, id, staff).await {
        Ok(()) => done(scope, id, "admin-appointment-ended").await,
        Err(error) => {
            drop(scope);
            let told = Filled::default().told(error, "appointments", visit.lang())?;
            super::position::shown(&visit, Some(id), told).await
        }
    }
}

async fn done(scope: Scope, position: PositionId, told: &'static str) -> Answer {
    commit(scope).await?;
    Ok(Reply::to(paths::position(position)).notice(told))
}

async fn shown(visit: &Visit, id: PositionId, filled: Filled) -> Answer {
    let structure = super::structure(visit).await?;
    let open = structure.posts.iter().filter(|post| post.closed_at.is_none());
    let post = open.clone().find(|post| post.position.id == id).ok_or(Problem::Missing)?;
    let mut scope = visit.admin().await?;
    let members = identity::members(&mut scope, "").await?;
    commit(scope).await?;
    filled.answer(&AppointmentPage::of(post, &members, (&filled, visit.lang())))
}
