//! The tests of a process.

use domain::process_drafts::{self, ProcessDraft};
use domain::trials;
use domain::{Error, ProcessDraftId, organisation};
use poem::handler;
use poem::http::StatusCode;
use tenants::Scope;
use uuid::Uuid;
use web::{Answer, At, Fields, Problem, Reply, show};

use super::said::Saying;
use super::test_page::TestPage;
use super::tests_page::TestsPage;
use super::trial_page::Form;
use super::{page, paths, subject};
use crate::filled::Filled;
use crate::visit::{Visit, commit};

/// Keeps the trial as a test.
#[handler]
pub(crate) async fn keep(visit: Visit, At(id): At<ProcessDraftId>, fields: Fields) -> Answer {
    let filled = Filled::read(&fields)?;
    let rev = super::rev(&filled)?;
    let mut scope = visit.admin().await?;
    let draft = process_drafts::see(&mut scope, id).await?;
    match trials::keep(&mut scope, subject(&draft), rev, filled.text("title")).await {
        Ok(()) => {
            commit(scope).await?;
            Ok(Reply::to(paths::tests(id)).notice("trial-kept"))
        }
        Err(error @ Error::Invalid(_)) => {
            let filled = filled.told(error, "title", visit.lang())?;
            page(&visit, &mut scope, &draft, &Form { filled, ..Form::default() }).await
        }
        Err(other) => Err(other.into()),
    }
}

/// Every test, played on the draft as it is.
#[handler]
pub(crate) async fn list(visit: Visit, At(id): At<ProcessDraftId>) -> Answer {
    let mut scope = visit.admin().await?;
    let draft = process_drafts::see(&mut scope, id).await?;
    let page = tests_page(&visit, &mut scope, (&draft, false)).await?;
    commit(scope).await?;
    show(page)
}

/// Why publishing was refused, where it was because of tests.
pub(crate) async fn refused(visit: &Visit, scope: &mut Scope, draft: &ProcessDraft) -> Answer {
    let page = tests_page(visit, scope, (draft, true)).await?;
    Reply::page(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

async fn tests_page(
    visit: &Visit,
    scope: &mut Scope,
    (draft, is_refusal): (&ProcessDraft, bool),
) -> Result<TestsPage, Problem> {
    let tested = trials::tests(scope, subject(draft)).await?;
    let positions = organisation::positions(scope).await?;
    let reasons = trials::reasons(scope).await?;
    let saying = Saying::of(&draft.xml, (&positions, &reasons), visit.lang());
    Ok(TestsPage::of(draft, &tested, &saying, is_refusal))
}

#[handler]
pub(crate) async fn see_test(visit: Visit, At((id, test)): At<(ProcessDraftId, Uuid)>) -> Answer {
    let mut scope = visit.admin().await?;
    let draft = process_drafts::see(&mut scope, id).await?;
    let tested = trials::test(&mut scope, subject(&draft), test).await?;
    let positions = organisation::positions(&mut scope).await?;
    let reasons = trials::reasons(&mut scope).await?;
    commit(scope).await?;
    let saying = Saying::of(&draft.xml, (&positions, &reasons), visit.lang());
    show(TestPage::of(&draft, &tested, &saying))
}

/// Takes what comes of the commands now for right.
#[handler]
pub(crate) async fn accept(
    visit: Visit,
    At((id, test)): At<(ProcessDraftId, Uuid)>,
    _: Fields,
) -> Answer {
    let mut scope = visit.admin().await?;
    let draft = process_drafts::see(&mut scope, id).await?;
    trials::accept(&mut scope, subject(&draft), test).await?;
    commit(scope).await?;
    Ok(Reply::to(paths::tests(id)).notice("trial-accepted"))
}

#[handler]
pub(crate) async fn remove(
    visit: Visit,
    At((id, test)): At<(ProcessDraftId, Uuid)>,
    _: Fields,
) -> Answer {
    let mut scope = visit.admin().await?;
    let draft = process_drafts::see(&mut scope, id).await?;
    trials::remove(&mut scope, subject(&draft), test).await?;
    commit(scope).await?;
    Ok(Reply::to(paths::tests(id)).notice("trial-removed"))
}
