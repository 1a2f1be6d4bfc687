//! The audit log: who did what, newest first, and whether it is as it was written.

mod page;
mod wanted;

use domain::{administration, identity};
use poem::handler;
use poem::web::Query;
use web::{Answer, show};

pub(crate) use page::{AuditPage, LineView, sample};
pub(crate) use wanted::Wanted;

use crate::visit::{Visit, commit};

/// Lines on a page.
const PAGE: i64 = 50;

#[handler]
pub(crate) async fn see(visit: Visit, wanted: Option<Query<Wanted>>) -> Answer {
    let wanted = wanted.map(|Query(wanted)| wanted).unwrap_or_default();
    let mut scope = visit.admin().await?;
    let chain =
        administration::chain(&mut scope, &visit.state.desks, wanted.asks_for_the_chain()).await?;
    let page = administration::audit_log(&mut scope, &wanted.filter(), PAGE).await?;
    let members = identity::members(&mut scope, "").await?;
    let now = scope.now();
    commit(scope).await?;
    show(AuditPage::of((&page, &chain), &members, (&wanted, visit.lang(), now)))
}
