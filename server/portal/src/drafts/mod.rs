//! Drafts: the answers, the documents, a look at both, and handing them in. Every step saves,
//! right or wrong; only handing in needs everything to be right.

mod answers_page;
mod check_page;
mod documents_page;

use domain::drafts::Draft;
use domain::{DocumentId, DraftId, Error, Refusal, cases, drafts};
use forms::{Form, Kind, Problems};
use poem::{Body, Request, handler, web::Query};
use serde::Deserialize;
use tenants::Scope;
use web::problems::lines;
use web::uploads::{Limits, receive};
use web::{Answer, At, Fields, Problem, Reply, Surface, again, go, show};

pub(crate) use answers_page::AnswersPage;
pub(crate) use check_page::{CheckPage, Row, rows};
pub(crate) use documents_page::{DocumentLine, DocumentsPage, FileFieldView, sample_form};

use crate::paths;
use crate::sign_in::{self, Kept};
use crate::uploads::{self, Target};
use crate::visit::{Visit, commit};

/// The most bytes of a form's answers: Persian letters take six in a form's encoding.
const FORM: usize = 512 * 1024;

/// Where the page was opened from.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct From {
    /// `check` when an answer is being changed, so that one returns there.
    from: String,
}

#[handler]
pub(crate) async fn show_answers(
    visit: Visit,
    At(id): At<DraftId>,
    from: Option<Query<From>>,
) -> Answer {
    let Some(mut scope) = visit.applicant().await? else {
        return sign_in::first(&paths::draft(id));
    };
    let (draft, _) = match drafts::see(&mut scope, id).await {
        Ok(found) => found,
        Err(error) => return elsewhere(id, error),
    };
    commit(scope).await?;
    let changing = from.is_some_and(|Query(from)| from.from == "check");
    show(AnswersPage::of(&draft, visit.lang(), &Problems::default(), changing))
}

/// Saves what was typed, always; then goes on, or shows what needs another look.
#[handler]
pub(crate) async fn save(visit: Visit, At(id): At<DraftId>, fields: Fields<FORM>) -> Answer {
    let Some(mut scope) = visit.applicant().await? else {
        let pairs = fields.pairs()?.collect();
        return sign_in::keep(&visit, &paths::draft(id), &Kept::Save { draft: id, pairs });
    };
    let draft = match keep_typed(&mut scope, id, fields.pairs()?.collect()).await {
        Ok(draft) => draft,
        Err(error) => return elsewhere(id, error),
    };
    commit(scope).await?;
    if fields.text("step")? == "leave" {
        return Ok(Reply::to(paths::REQUESTS).notice("portal-draft-saved"));
    }
    let changing = fields.text("from")? == "check";
    // Files have a page of their own: here they count as being there.
    match draft.service.form.check(&draft.typed, &|_| 1) {
        Err(problems) => again(AnswersPage::of(&draft, visit.lang(), &problems, changing)),
        Ok(_) if changing || !documents_page::has_files(&draft.service.form) => {
            go(paths::check(id))
        }
        Ok(_) => go(paths::draft_documents(id)),
    }
}

/// What a script saves in the background.
#[handler]
pub(crate) async fn autosave(visit: Visit, At(id): At<DraftId>, fields: Fields<FORM>) -> Answer {
    let Some(mut scope) = visit.applicant().await? else {
        return sign_in::first(&paths::draft(id));
    };
    keep_typed(&mut scope, id, fields.pairs()?.collect()).await?;
    commit(scope).await?;
    Ok(Reply::nothing())
}

async fn keep_typed(
    scope: &mut Scope,
    id: DraftId,
    pairs: Vec<(String, String)>,
) -> Result<Draft, Error> {
    let (draft, _) = drafts::see(scope, id).await?;
    let typed = draft.service.form.take(pairs);
    drafts::save(scope, id, &typed).await?;
    Ok(Draft { typed, ..draft })
}

#[handler]
pub(crate) async fn show_documents(visit: Visit, At(id): At<DraftId>) -> Answer {
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
    let received = receive(request, body, &limits(&draft)).await?;
    let problems = uploads::take_in(&visit, Target::Draft(id), received).await?;
    if problems.is_empty() {
        return Ok(Reply::to(path).notice("portal-document-added"));
    }
    let mut scope = visit.applicant().await?.ok_or(Problem::Missing)?;
    let (draft, documents) = drafts::see(&mut scope, id).await?;
    commit(scope).await?;
    again(DocumentsPage::of(&draft, &documents, visit.lang(), problems))
}

fn limits(draft: &Draft) -> Limits {
    let files = documents_page::file_fields(&draft.service.form);
    files
        .fold(Limits::default(), |all, (field, limits)| all.with(&field.key, uploads::rule(limits)))
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
    Ok(to_files(&visit, &ticket))
}

/// To the files host, which serves whoever brings the ticket.
pub(crate) fn to_files(visit: &Visit, ticket: &str) -> Reply {
    let origin = visit.state.places.origin(Surface::Files, &visit.tenant.slug);
    Reply::elsewhere(&format!("{origin}/d/{ticket}"))
}

#[handler]
pub(crate) async fn show_check(visit: Visit, At(id): At<DraftId>) -> Answer {
    let Some(mut scope) = visit.applicant().await? else {
        return sign_in::first(&paths::check(id));
    };
    match drafts::check(&mut scope, id).await {
        Ok((draft, documents, answers)) => {
            commit(scope).await?;
            show(CheckPage::of(&draft, &documents, &answers, visit.lang()))
        }
        Err(Error::Invalid(problems)) => mend(&visit, scope, id, &problems).await,
        Err(error) => elsewhere(id, error),
    }
}

/// Hands the draft in. Doing it again leads to the same receipt.
#[handler]
pub(crate) async fn submit(visit: Visit, At(id): At<DraftId>, _fields: Fields) -> Answer {
    let Some(mut scope) = visit.applicant().await? else {
        return sign_in::first(&paths::check(id));
    };
    match cases::submit(&mut scope, id).await {
        Ok(submitted) => {
            commit(scope).await?;
            go(paths::receipt(submitted.case))
        }
        Err(Error::Invalid(problems)) => mend(&visit, scope, id, &problems).await,
        Err(error) => elsewhere(id, error),
    }
}

/// The first page on which something needs another look.
async fn mend(visit: &Visit, mut scope: Scope, id: DraftId, problems: &Problems) -> Answer {
    let (draft, documents) = drafts::see(&mut scope, id).await?;
    commit(scope).await?;
    if concern_typed(&draft.service.form, problems) {
        return again(AnswersPage::of(&draft, visit.lang(), problems, true));
    }
    let fields: Vec<_> = draft.service.form.fields().map(|field| field.key.as_str()).collect();
    let lines = lines(problems, &fields, visit.lang());
    again(DocumentsPage::of(&draft, &documents, visit.lang(), lines))
}

/// Whether any problem lies with a field that is typed into, and not with a file.
fn concern_typed(form: &Form, problems: &Problems) -> bool {
    let mut typed = form.fields().filter(|field| !matches!(field.kind, Kind::File(_)));
    typed.any(|field| problems.get(&field.key).is_some())
}

/// A draft that became a case has its receipt in its place.
fn elsewhere(id: DraftId, error: Error) -> Answer {
    match error {
        Error::Refused(Refusal::DraftSubmitted) => go(paths::receipt(domain::CaseId(id.0))),
        other => Err(other.into()),
    }
}
