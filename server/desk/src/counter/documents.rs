//! The documents of a draft at the counter: shown, taken in, taken out, fetched.

use domain::{DocumentId, DraftId, drafts};
use poem::{Body, Request, handler};
use web::filling::limits;
use web::uploads::receive;
use web::{Answer, At, Fields, Reply, Surface, again, show};

use super::{DocumentsPage, elsewhere, uploads};
use crate::paths;
use crate::visit::{Visit, commit};

#[handler]
pub(crate) async fn page(visit: Visit, At(id): At<DraftId>) -> Answer {
    let Some(mut scope) = visit.member().await? else { return staff::first(&visit.asked) };
    let (draft, documents) = match drafts::see(&mut scope, id).await {
        Ok(found) => found,
        Err(error) => return elsewhere(id, error),
    };
    commit(scope).await?;
    show(DocumentsPage::of(&draft, &documents, visit.lang(), Vec::new()))
}

/// Takes documents in. The transaction that says what may be sent ends before anything is read.
#[handler]
pub(crate) async fn attach(
    visit: Visit,
    At(id): At<DraftId>,
    request: &Request,
    body: Body,
) -> Answer {
    let path = paths::counter_documents(id);
    let Some(mut scope) = visit.member().await? else { return staff::keep_nothing(&path) };
    let (draft, _) = drafts::see(&mut scope, id).await?;
    commit(scope).await?;
    let received = receive(request, body, &limits(&draft.service.form)).await?;
    let problems = uploads::take_in(&visit, id, received).await?;
    if problems.is_empty() {
        return Ok(Reply::to(path).notice("counter-document-added"));
    }
    let mut scope = visit.enter().await?.scope;
    let (draft, documents) = drafts::see(&mut scope, id).await?;
    commit(scope).await?;
    again(DocumentsPage::of(&draft, &documents, visit.lang(), problems))
}

#[handler]
pub(crate) async fn remove(
    visit: Visit,
    At((id, document)): At<(DraftId, DocumentId)>,
    _fields: Fields,
) -> Answer {
    let path = paths::counter_documents(id);
    let Some(mut scope) = visit.member().await? else { return staff::first(&path) };
    drafts::remove(&mut scope, id, document).await?;
    commit(scope).await?;
    Ok(Reply::to(path).notice("counter-document-removed"))
}

#[handler]
pub(crate) async fn fetch(visit: Visit, At((id, document)): At<(DraftId, DocumentId)>) -> Answer {
    let Some(mut scope) = visit.member().await? else { return staff::first(&visit.asked) };
    let ticket = drafts::fetch(&mut scope, id, document).await?;
    commit(scope).await?;
    let files = visit.state.places.origin(Surface::Files, &visit.tenant.slug);
    Ok(Reply::elsewhere(&format!("{files}/d/{ticket}")))
}
