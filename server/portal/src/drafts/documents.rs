//! The documents of a draft: shown, taken in, taken out, fetched.

use domain::drafts;
use domain::{DocumentId, DraftId};
use poem::{Body, Request, handler};
use web::filling::limits;
use web::uploads::receive;
use web::{Answer, At, Fields, Reply, again, show};

use super::{DocumentsPage, elsewhere};
use crate::uploads::{self, Target};
use crate::visit::{Visit, commit};
use crate::{paths, sign_in};

#[handler]
pub(crate) async fn page(visit: Visit, At(id): At<DraftId>) -> Answer {
    let path = paths::draft_documents(id);
    let Some(mut scope) = visit.applicant().await? else { return sign_in::first(&path) };
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
    let path = paths::draft_documents(id);
    let Some(mut scope) = visit.applicant().await? else { return sign_in::keep_nothing(&path) };
    let (draft, _) = drafts::see(&mut scope, id).await?;
    commit(scope).await?;
    let received = receive(request, body, &limits(&draft.service.form)).await?;
    let problems = uploads::take_in(&visit, Target::Draft(id), received).await?;
    if problems.is_empty() {
        return Ok(Reply::to(path).notice("portal-document-added"));
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
    let path = paths::draft_documents(id);
    let Some(mut scope) = visit.applicant().await? else { return sign_in::first(&path) };
    drafts::remove(&mut scope, id, document).await?;
    commit(scope).await?;
    Ok(Reply::to(path).notice("portal-document-removed"))
}

#[handler]
pub(crate) async fn fetch(visit: Visit, At((id, document)): At<(DraftId, DocumentId)>) -> Answer {
    let path = paths::draft_documents(id);
    let Some(mut scope) = visit.applicant().await? else { return sign_in::first(&path) };
    let ticket = drafts::fetch(&mut scope, id, document).await?;
    commit(scope).await?;
    Ok(visit.to_files(&ticket))
}
