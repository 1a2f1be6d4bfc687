//! Looking at one's own requests.

use domain::{CaseId, DocumentId, cases, drafts};
use poem::handler;
use web::{Answer, At, show};

use super::{ListPage, ReceiptPage, RequestPage, followed};
use crate::visit::{Visit, commit};
use crate::{paths, sign_in};

#[handler]
pub(crate) async fn list(visit: Visit) -> Answer {
    let Some(mut scope) = visit.applicant().await? else { return sign_in::first(paths::REQUESTS) };
    let cases = cases::mine(&mut scope).await?;
    let drafts = drafts::list(&mut scope).await?;
    commit(scope).await?;
    show(ListPage::of(&cases, &drafts, visit.lang()))
}

#[handler]
pub(crate) async fn page(visit: Visit, At(id): At<CaseId>) -> Answer {
    let Some(scope) = visit.applicant().await? else { return sign_in::first(&paths::request(id)) };
    let case = followed(scope, id).await?;
    show(RequestPage::of(&case, visit.lang(), Vec::new()))
}

#[handler]
pub(crate) async fn receipt(visit: Visit, At(id): At<CaseId>) -> Answer {
    let Some(scope) = visit.applicant().await? else { return sign_in::first(&paths::receipt(id)) };
    let case = followed(scope, id).await?;
    show(ReceiptPage::of(&case, visit.lang()))
}

#[handler]
pub(crate) async fn fetch(visit: Visit, At((id, document)): At<(CaseId, DocumentId)>) -> Answer {
    let path = paths::request(id);
    let Some(mut scope) = visit.applicant().await? else { return sign_in::first(&path) };
    let ticket = cases::fetch_document(&mut scope, id, document).await?;
    commit(scope).await?;
    Ok(visit.to_files(&ticket))
}
