//! Following a request without signing in: by its code and one more thing the applicant knows.

mod look_ups;
mod pages;
mod status;

use domain::cases::{self, Tracked};
use domain::identity::{self, Door};
use domain::{Error, cases::Moment};
use poem::http::{StatusCode, header};
use poem::{IntoResponse as _, Request, Response, handler};
use tenants::Scope;
use web::{Answer, Fields, Problem, Reply, show};

pub use look_ups::LookUps;
pub(crate) use pages::{FoundPage, TrackingPage};

use crate::visit::{Visit, commit};

#[handler]
pub(crate) async fn page(visit: Visit) -> Answer {
    let scope = visit.enter().await?.scope;
    commit(scope).await?;
    show(TrackingPage::default())
}

/// A page for people, JSON for programs.
#[handler]
pub(crate) async fn look_up(
    visit: Visit,
    request: &Request,
    fields: Fields,
) -> poem::Result<Response> {
    let asked = Asked { code: fields.text("code")?, fact: fields.text("fact")? };
    visit.state.look_ups.check(&visit, asked.code)?;
    if wants_json(request) {
        return Ok(status(&visit, &asked).await?);
    }
    Ok(found(&visit, &asked).await?.into_response())
}

/// What was typed.
struct Asked<'a> {
    code: &'a str,
    fact: &'a str,
}

async fn found(visit: &Visit, asked: &Asked<'_>) -> Answer {
    let mut scope = visit.enter().await?.scope;
    match looked_up(&mut scope, asked).await {
        Ok((tracked, moments)) => {
            commit(scope).await?;
            show(FoundPage::of(&tracked, &moments, visit.lang()))
        }
        // An unknown code and a wrong fact: the same page, byte for byte.
        Err(Error::Missing(_)) => {
            commit(scope).await?;
            Reply::page(StatusCode::NOT_FOUND, &TrackingPage::unknown(asked.code, visit.lang()))
        }
        Err(other) => Err(other.into()),
    }
}

async fn looked_up(scope: &mut Scope, asked: &Asked<'_>) -> Result<(Tracked, Vec<Moment>), Error> {
    let tracked = cases::track(scope, asked.code, asked.fact).await?;
    let moments = tracked.timeline(scope).await?;
    Ok((tracked, moments))
}

/// One transaction, one statement, no template: programs ask often. They have no session here.
async fn status(visit: &Visit, asked: &Asked<'_>) -> Result<Response, Problem> {
    let entered = identity::enter(&visit.state.desks, &visit.tenant, Door::Portal, None).await?;
    let mut scope = entered.scope;
    let tracked = match cases::track(&mut scope, asked.code, asked.fact).await {
        Ok(tracked) => Some(tracked),
        Err(Error::Missing(_)) => None,
        Err(other) => return Err(other.into()),
    };
    // Nothing was written, and looking up leaves no line in the audit log: the transaction ends
    // behind the answer's back.
    drop(scope);
    status::response(tracked.as_ref(), visit.lang())
}

fn wants_json(request: &Request) -> bool {
    let accepted = request.header(header::ACCEPT).unwrap_or_default();
    accepted.split([',', ';']).any(|part| part.trim() == "application/json")
}
