//! Following a request without signing in: by its code and one more thing the applicant knows.

mod look_ups;
mod pages;
mod status;

use domain::{Error, cases};
use poem::http::{StatusCode, header};
use poem::{IntoResponse as _, Request, Response, handler};
use tenants::Caller;
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
    // On the heap: what a page needs would otherwise be moved along with every answer to a program.
    Ok(Box::pin(found(&visit, &asked)).await?.into_response())
}

/// What was typed.
struct Asked<'a> {
    code: &'a str,
    fact: &'a str,
}

async fn found(visit: &Visit, asked: &Asked<'_>) -> Answer {
    let mut scope = visit.enter().await?.scope;
    match cases::track(&mut scope, asked.code, asked.fact).await {
        Ok(tracked) => {
            commit(scope).await?;
            show(FoundPage::of(&tracked, visit.lang()))
        }
        // An unknown code and a wrong fact: the same page, byte for byte.
        Err(Error::Missing(_)) => {
            commit(scope).await?;
            Reply::page(StatusCode::NOT_FOUND, &TrackingPage::unknown(asked.code, visit.lang()))
        }
        Err(other) => Err(other.into()),
    }
}

/// A glance and no template: programs ask often. They have no session here.
async fn status(visit: &Visit, asked: &Asked<'_>) -> Result<Response, Problem> {
    let tenant = &visit.tenant;
    let glance = visit.state.desks.glance(tenant, Caller::Visitor(tenant.id)).await;
    let mut glance = glance.map_err(Problem::Fault)?;
    let status = match cases::status(&mut glance, asked.code, asked.fact).await {
        Ok(status) => Some(status),
        Err(Error::Missing(_)) => None,
        Err(other) => return Err(other.into()),
    };
    glance.end();
    status::response(status.as_ref(), visit.lang())
}

fn wants_json(request: &Request) -> bool {
    let accepted = request.header(header::ACCEPT).unwrap_or_default();
    accepted.split([',', ';']).any(|part| part.trim() == "application/json")
}
