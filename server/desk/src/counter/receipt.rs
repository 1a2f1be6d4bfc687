//! The receipt of a request that was registered here, for paper.

use domain::{CaseId, cases};
use poem::handler;
use poem::web::Query;
use serde::Deserialize;
use web::{Answer, At, Surface, show};

use super::ReceiptPage;
use super::receipt_page::Paper;
use crate::visit::{Visit, commit};

/// What it is printed on.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Wanted {
    paper: Paper,
}

#[handler]
pub(crate) async fn page(visit: Visit, At(id): At<CaseId>, on: Option<Query<Wanted>>) -> Answer {
    let Some(mut scope) = visit.member().await? else { return staff::first(&visit.asked) };
    let receipt = cases::receipt(&mut scope, id).await?;
    commit(scope).await?;
    let portal = visit.state.places.origin(Surface::Portal, &visit.tenant.slug);
    let paper = on.map(|Query(wanted)| wanted.paper).unwrap_or_default();
    show(ReceiptPage::of(&receipt, paper, &portal, visit.lang()))
}
