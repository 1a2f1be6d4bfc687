//! Trying a draft out before it is published, and the tests that are kept of what was tried.

mod begin_page;
mod kept;
mod paths;
mod said;
pub(crate) mod test_page;
pub(crate) mod tests_page;
mod trial_page;
mod typed;

use domain::process_drafts::{self, ProcessDraft};
use domain::trials::{self, Begin, Subject};
use domain::{Error, ProcessDraftId, organisation};
use poem::handler;
use poem::http::StatusCode;
use poem::web::Query;
use serde::Deserialize;
use tenants::Scope;
use web::{Answer, At, Fields, Problem, Reply};

pub(crate) use begin_page::BeginPage;
pub(crate) use kept::{accept, keep, list, refused, remove, see_test};
pub(crate) use trial_page::TrialPage;

use crate::filled::Filled;
use crate::visit::{Visit, commit};
use begin_page::Asked;
use said::Saying;
use trial_page::Form;
use typed::{command, rev, vars};

/// Which of the services is to be tried out.
#[derive(Deserialize)]
struct Wanted {
    service: Option<String>,
}

/// How a draft is tried: what was written, as the trials take it.
fn subject(draft: &ProcessDraft) -> Subject<'_> {
    Subject { key: &draft.key, xml: &draft.xml }
}

/// The trial, or what one begins with.
#[handler]
pub(crate) async fn see(
    visit: Visit,
    At(id): At<ProcessDraftId>,
    Query(wanted): Query<Wanted>,
) -> Answer {
    let mut scope = visit.admin().await?;
    let draft = process_drafts::see(&mut scope, id).await?;
    let form = Form { service: wanted.service, ..Form::default() };
    let answer = page(&visit, &mut scope, &draft, &form).await?;
    commit(scope).await?;
    Ok(answer)
}

/// Begins a trial, in the place of the one before it.
#[handler]
pub(crate) async fn begin(visit: Visit, At(id): At<ProcessDraftId>, fields: Fields) -> Answer {
    let filled = Filled::read(&fields)?;
    let service = Some(filled.text("_service").to_owned()).filter(|key| !key.is_empty());
    let mut scope = visit.admin().await?;
    let draft = process_drafts::see(&mut scope, id).await?;
    let done = match vars(filled.text("_vars")) {
        Ok(vars) => {
            let begin = Begin {
                service: service.clone(),
                pairs: pairs(&fields)?,
                vars,
                lang: visit.lang(),
            };
            trials::begin(&mut scope, subject(&draft), begin).await
        }
        Err(line) => Err(Error::Invalid(forms::Problems::one("_vars", typed::not_a_value(&line)))),
    };
    match done {
        Ok(()) => {
            commit(scope).await?;
            Ok(Reply::to(paths::trial(id)).notice("trial-begun"))
        }
        Err(Error::Invalid(problems)) => {
            let asked = Asked { service, pairs: pairs(&fields)?, problems };
            let page = begin_page(&visit, &mut scope, &draft, &asked).await?;
            Reply::page(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
        Err(other) => Err(other.into()),
    }
}

/// Does one thing in the trial.
#[handler]
pub(crate) async fn act(visit: Visit, At(id): At<ProcessDraftId>, fields: Fields) -> Answer {
    let filled = Filled::read(&fields)?;
    let (rev, command) = (rev(&filled)?, command(&filled)?);
    let mut scope = visit.admin().await?;
    let draft = process_drafts::see(&mut scope, id).await?;
    match trials::act(&mut scope, subject(&draft), rev, &command).await {
        Ok(()) => {
            commit(scope).await?;
            Ok(Reply::to(format!("{}#last", paths::trial(id))))
        }
        Err(error @ Error::Invalid(_)) => {
            let filled = filled.told(error, "command", visit.lang())?;
            page(
                &visit,
                &mut scope,
                &draft,
                &Form { filled, command: Some(command), service: None },
            )
            .await
        }
        Err(other) => Err(other.into()),
    }
}

/// Plays the same on the draft as it is now.
#[handler]
pub(crate) async fn again(visit: Visit, At(id): At<ProcessDraftId>, _: Fields) -> Answer {
    let mut scope = visit.admin().await?;
    let draft = process_drafts::see(&mut scope, id).await?;
    trials::again(&mut scope, subject(&draft)).await?;
    commit(scope).await?;
    Ok(Reply::to(paths::trial(id)).notice("trial-played-again"))
}

#[handler]
pub(crate) async fn end(visit: Visit, At(id): At<ProcessDraftId>, _: Fields) -> Answer {
    let mut scope = visit.admin().await?;
    let draft = process_drafts::see(&mut scope, id).await?;
    trials::end(&mut scope, subject(&draft)).await?;
    commit(scope).await?;
    Ok(Reply::to(paths::trial(id)).notice("trial-is-over"))
}

/// The trial with what stands in its forms; what a trial begins with where there is none.
async fn page(visit: &Visit, scope: &mut Scope, draft: &ProcessDraft, form: &Form) -> Answer {
    let Some(trial) = trials::see(scope, subject(draft)).await? else {
        let asked = Asked { service: form.service.clone(), ..Asked::default() };
        let page = begin_page(visit, scope, draft, &asked).await?;
        return Reply::page(StatusCode::OK, &page);
    };
    let positions = organisation::positions(scope).await?;
    let reasons = trial.reasons.clone();
    let saying = Saying::of(&trial.xml, (&positions, &reasons), visit.lang());
    form.filled.answer(&TrialPage::of(draft, &trial, &saying, form))
}

async fn begin_page(
    visit: &Visit,
    scope: &mut Scope,
    draft: &ProcessDraft,
    asked: &Asked,
) -> Result<BeginPage, Problem> {
    let choices = trials::choices(scope, &draft.services).await?;
    Ok(BeginPage::of(draft, &choices, asked, visit.lang()))
}

/// What was typed into fields of the service's form: their keys begin with a letter.
fn pairs(fields: &Fields) -> Result<Vec<(String, String)>, Problem> {
    Ok(fields.pairs()?.filter(|(name, _)| !name.starts_with('_')).collect())
}
