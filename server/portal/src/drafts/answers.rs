//! The answers of a draft: shown, saved, and saved in the background.

use domain::drafts::{self, Draft};
use domain::{DraftId, Error};
use forms::Problems;
use poem::{handler, web::Query};
use serde::Deserialize;
use tenants::Scope;
use web::filling::has_files;
use web::{Answer, At, Fields, Reply, again, go, show};

use super::{AnswersPage, elsewhere};
use crate::paths;
use crate::sign_in::{self, Kept};
use crate::visit::{Visit, commit};

/// The most bytes of a form's answers: a Persian letter takes six in a form's encoding.
const FORM: usize = 512 * 1024;

/// Where the page was opened from.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct From {
    /// `check` when an answer is being changed, so that one returns there.
    from: String,
}

#[handler]
pub(crate) async fn page(visit: Visit, At(id): At<DraftId>, from: Option<Query<From>>) -> Answer {
    let Some(mut scope) = visit.applicant().await? else {
        return sign_in::first(&paths::draft(id));
    };
    let draft = match drafts::see(&mut scope, id).await {
        Ok((draft, _)) => draft,
        Err(error) => return elsewhere(id, error),
    };
    commit(scope).await?;
    let changing = from.is_some_and(|Query(from)| from.from == "check");
    show(AnswersPage::of(&draft, visit.lang(), &Problems::default(), changing))
}

/// Saves what was typed, always; then goes on, or shows what needs another look.
#[handler]
pub(crate) async fn save(visit: Visit, At(id): At<DraftId>, fields: Fields<FORM>) -> Answer {
    let pairs = fields.pairs()?.collect();
    let Some(mut scope) = visit.applicant().await? else {
        return sign_in::keep(&visit, &paths::draft(id), &Kept::Save { draft: id, pairs });
    };
    let draft = match keep(&mut scope, id, pairs).await {
        Ok(draft) => draft,
        Err(error) => return elsewhere(id, error),
    };
    commit(scope).await?;
    if fields.text("step")? == "leave" {
        return Ok(Reply::to(paths::REQUESTS).notice("portal-draft-saved"));
    }
    go_on(&visit, &draft, fields.text("from")? == "check")
}

fn go_on(visit: &Visit, draft: &Draft, changing: bool) -> Answer {
    let form = &draft.service.form;
    // Files have a page of their own: here they count as being there.
    if let Err(problems) = form.check(&draft.typed, &|_| 1) {
        return again(AnswersPage::of(draft, visit.lang(), &problems, changing));
    }
    if changing || !has_files(form) {
        return go(paths::check(draft.id));
    }
    go(paths::draft_documents(draft.id))
}

/// What a script saves in the background.
#[handler]
pub(crate) async fn autosave(visit: Visit, At(id): At<DraftId>, fields: Fields<FORM>) -> Answer {
    let pairs = fields.pairs()?.collect();
    let Some(mut scope) = visit.applicant().await? else {
        return sign_in::first(&paths::draft(id));
    };
    keep(&mut scope, id, pairs).await?;
    commit(scope).await?;
    Ok(Reply::nothing())
}

async fn keep(
    scope: &mut Scope,
    id: DraftId,
    pairs: Vec<(String, String)>,
) -> Result<Draft, Error> {
    let (draft, _) = drafts::see(scope, id).await?;
    let typed = draft.service.form.take(pairs);
    drafts::save(scope, id, &typed).await?;
    Ok(Draft { typed, ..draft })
}
