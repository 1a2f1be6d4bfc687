//! The counter: a clerk receives a visitor, fills in the same form as the portal's together with
//! them, scans their documents, registers the request and prints the receipt.
//!
//! Every step saves, right or wrong; only registering needs everything to be right. What is filled in
//! lies at the clerk's counter and survives leaving the page.

pub(crate) mod answers;
mod answers_page;
mod check_page;
pub(crate) mod documents;
mod documents_page;
mod list_page;
pub(crate) mod receipt;
mod receipt_page;
pub(crate) mod registration;
mod uploads;
pub(crate) mod visitor;
mod visitor_page;

use domain::{CaseId, DraftId, Error, Refusal, cases, catalogue, counter};
use poem::handler;
use poem::web::Query;
use serde::Deserialize;
use web::{Answer, go, show};

pub(crate) use answers_page::AnswersPage;
pub(crate) use check_page::CheckPage;
pub(crate) use documents_page::DocumentsPage;
pub(crate) use list_page::ListPage;
pub(crate) use receipt_page::ReceiptPage;
pub(crate) use visitor::Arriving;
pub(crate) use visitor_page::VisitorPage;

use crate::paths;
use crate::visit::{Visit, commit};

/// What is looked for in the list of services.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Search {
    q: String,
}

/// The clerk's first page: what is being filled in, the services, and what was registered of late.
#[handler]
pub(crate) async fn list(visit: Visit, search: Option<Query<Search>>) -> Answer {
    let Some(mut scope) = visit.member().await? else { return staff::first(&visit.asked) };
    let drafts = counter::drafts(&mut scope).await?;
    let services = catalogue::list(&mut scope).await?;
    let registered = cases::registered(&mut scope).await?;
    commit(scope).await?;
    let sought = search.map(|Query(search)| search.q).unwrap_or_default();
    show(ListPage::of(&drafts, (&services, &sought), &registered, visit.lang()))
}

/// A draft that became a case has its receipt in its place.
fn elsewhere(id: DraftId, error: Error) -> Answer {
    match error {
        Error::Refused(Refusal::DraftSubmitted) => go(paths::receipt(CaseId(id.0))),
        other => Err(other.into()),
    }
}
