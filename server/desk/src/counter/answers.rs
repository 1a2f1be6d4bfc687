//! The answers of a draft at the counter: shown, saved, and saved in the background.

use domain::drafts::{self, Draft};
use domain::{DraftId, Error, counter};
use forms::Problems;
use poem::{handler, web::Query};
use serde::Deserialize;
use tenants::Scope;
use web::filling::has_files;
use web::{Answer, At, Fields, Reply, again, go, show};

use super::{AnswersPage, elsewhere};
use crate::kept::{self, Kept};
use crate::paths;
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
    let Some(mut scope) = visit.member().await? else { return staff::first(&visit.asked) };
    let draft = match drafts::see(&mut scope, id).await {
        Ok((draft, _)) => draft,
        Err(error) => return elsewhere(id, error),
    };
    let name = counter::visitor(&mut scope, id).await?.name().to_owned();
    commit(scope).await?;
    let changing = from.is_some_and(|Query(from)| from.from == "check");
    let shown = AnswersPage::of(&draft, name, visit.lang(), &Problems::default());
    show(shown.changing(changing))
}

/// Saves what was typed, always; then goes on, or shows what needs another look.
#[handler]
pub(crate) async fn save(visit: Visit, At(id): At<DraftId>, fields: Fields<FORM>) -> Answer {
    let pairs = fields.pairs()?.collect();
    let Some(mut scope) = visit.member().await? else {
        let kept = Kept::Draft { draft: id, pairs };
        return kept::keep(&visit, &paths::counter_draft(id), &kept);
    };
    let draft = match keep(&mut scope, id, pairs).await {
        Ok(draft) => draft,
        Err(error) => return elsewhere(id, error),
    };
    let name = counter::visitor(&mut scope, id).await?.name().to_owned();
    commit(scope).await?;
    if fields.text("step")? == "leave" {
        return Ok(Reply::to(paths::COUNTER).notice("counter-draft-saved"));
    }
    go_on(&visit, &draft, name, fields.text("from")? == "check")
}

fn go_on(visit: &Visit, draft: &Draft, name: String, changing: bool) -> Answer {
    let form = &draft.service.form;
    // Files have a page of their own: here they count as being there.
    if let Err(problems) = form.check(&draft.typed, &|_| 1) {
        let shown = AnswersPage::of(draft, name, visit.lang(), &problems);
        return again(shown.changing(changing));
    }
    if changing || !has_files(form) {
        return go(paths::counter_check(draft.id));
    }
    go(paths::counter_documents(draft.id))
}

/// What a script saves in the background.
#[handler]
pub(crate) async fn autosave(visit: Visit, At(id): At<DraftId>, fields: Fields<FORM>) -> Answer {
    let pairs = fields.pairs()?.collect();
    let Some(mut scope) = visit.member().await? else {
        return staff::first(&paths::counter_draft(id));
    };
    keep(&mut scope, id, pairs).await?;
    commit(scope).await?;
    Ok(Reply::nothing())
}

/// Keeps in a draft what belongs to its form.
pub(crate) async fn keep(
    scope: &mut Scope,
    id: DraftId,
    pairs: Vec<(String, String)>,
) -> Result<Draft, Error> {
    let (draft, _) = drafts::see(scope, id).await?;
    let typed = draft.service.form.take(pairs);
    drafts::save(scope, id, &typed).await?;
    Ok(Draft { typed, ..draft })
}
