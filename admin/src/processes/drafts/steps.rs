//! Changing the steps of a draft.

use bpmn::steps::{Direction, ListStep, NewStep, StepList, recognise};
use domain::process_drafts::{self, ProcessDraft};
use domain::{Error, ProcessDraftId, Refusal};
use poem::handler;
use poem::http::StatusCode;
use tenants::Scope;
use web::{Answer, At, Fields, Problem, Reply, again, refusals, show};

use super::sheet::Sheet;
use super::step_page::StepPage;
use super::written::{words, written};
use super::{DraftPage, paths, rev};
use crate::services::input::Showing;
use crate::services::typed::Typed;
use crate::visit::{Visit, commit};

/// The most bytes of one step's form: names, ways and deadlines in two languages.
const FORM: usize = 256 * 1024;

#[handler]
pub(crate) async fn see(visit: Visit, At((id, step)): At<(ProcessDraftId, String)>) -> Answer {
    let mut scope = visit.admin().await?;
    let (draft, list) = listed(&mut scope, id).await?;
    let choices = process_drafts::choices(&mut scope).await?;
    commit(scope).await?;
    let found = list.find(&step).ok_or(Problem::Missing)?;
    show(StepPage::fresh((id, draft.rev), (&list, found), &choices, visit.lang()))
}

/// Saves what was written of a step, or shows it again with what needs another look. Where somebody
/// else saved meanwhile it stays on the page, to be saved on top of theirs.
#[handler]
pub(crate) async fn save(
    visit: Visit,
    At((id, step)): At<(ProcessDraftId, String)>,
    fields: Fields<FORM>,
) -> Answer {
    let typed = Typed::of(&fields)?;
    let mut scope = visit.admin().await?;
    let (draft, list) = listed(&mut scope, id).await?;
    let choices = process_drafts::choices(&mut scope).await?;
    let found = list.find(&step).ok_or(Problem::Missing)?;
    let page = |problems: &forms::Problems, conflict| {
        let showing = Showing { lang: visit.lang(), typed: &typed, problems };
        let sheet = Sheet { list: &list, step: found, choices: &choices };
        StepPage::of((id, draft.rev), sheet, showing, conflict)
    };
    let changed = match written(&list, &step, (&choices, &typed)) {
        Ok(changed) => changed,
        Err(problems) => return again(page(&problems, None)),
    };
    match keep(&mut scope, (id, rev(&typed)?), &changed).await {
        Ok(()) => {
            commit(scope).await?;
            Ok(Reply::to(paths::draft(id)).notice("services-saved"))
        }
        Err(Error::Refused(refusal @ Refusal::ChangedMeanwhile { .. })) => {
            let told = refusals::say(&refusal, visit.lang());
            let page = page(&forms::Problems::default(), Some(told));
            Reply::page(StatusCode::CONFLICT, &page)
        }
        Err(other) => Err(other.into()),
    }
}

/// Puts a new step behind another and opens its page.
#[handler]
pub(crate) async fn insert(visit: Visit, At(id): At<ProcessDraftId>, fields: Fields) -> Answer {
    let typed = Typed::of(&fields)?;
    let (kind, names): (NewStep, &[&str]) = match typed.get("kind") {
        "task" => (NewStep::Task, &["steps-new-task", "steps-done"]),
        "approval" => {
            (NewStep::Approval, &["steps-new-approval", "steps-agreed", "steps-returned"])
        }
        "ask" => (NewStep::Ask, &["steps-new-ask", "steps-opinion"]),
        "together" => (NewStep::Together, &["steps-new-together", "steps-new-task", "steps-done"]),
        "wait" => (NewStep::Wait, &["steps-new-wait", "steps-late-name"]),
        "notice" => (NewStep::Notice, &["steps-new-notice"]),
        "service" => (NewStep::Service, &["steps-new-service"]),
        "choice" => (NewStep::Choice, &["steps-new-choice"]),
        "end" => (NewStep::End, &["steps-new-end"]),
        _ => return Err(Problem::BadRequest("no such kind of step")),
    };
    let named: Vec<_> = names.iter().map(|key| words(key)).collect();
    let mut scope = visit.admin().await?;
    let (draft, list) = listed(&mut scope, id).await?;
    let (changed, step) = list.insert(typed.get("behind"), kind, &named).ok_or(Problem::Missing)?;
    let done = Reply::to(paths::step(id, &step));
    change(scope, (&visit, &draft), (rev(&typed)?, &changed), done).await
}

#[handler]
pub(crate) async fn shift(
    visit: Visit,
    At((id, step)): At<(ProcessDraftId, String)>,
    fields: Fields,
) -> Answer {
    let typed = Typed::of(&fields)?;
    let direction = match typed.get("direction") {
        "up" => Direction::Up,
        "down" => Direction::Down,
        _ => return Err(Problem::BadRequest("no direction")),
    };
    let mut scope = visit.admin().await?;
    let (draft, list) = listed(&mut scope, id).await?;
    list.find(&step).ok_or(Problem::Missing)?;
    // At the end of the list it stays where it is.
    let changed = list.shift(&step, direction).unwrap_or(list);
    let done = Reply::to(paths::line(id, &step));
    change(scope, (&visit, &draft), (rev(&typed)?, &changed), done).await
}

#[handler]
pub(crate) async fn remove(
    visit: Visit,
    At((id, step)): At<(ProcessDraftId, String)>,
    fields: Fields,
) -> Answer {
    let typed = Typed::of(&fields)?;
    let mut scope = visit.admin().await?;
    let (draft, list) = listed(&mut scope, id).await?;
    let changed = list.remove(&step).ok_or(Problem::Missing)?;
    let done = Reply::to(paths::draft(id)).notice("steps-removed");
    change(scope, (&visit, &draft), (rev(&typed)?, &changed), done).await
}

/// A draft as a list; one of another shape is changed on its page alone.
async fn listed(
    scope: &mut Scope,
    id: ProcessDraftId,
) -> Result<(ProcessDraft, StepList), Problem> {
    let draft = process_drafts::see(scope, id).await?;
    match recognise(&draft.xml) {
        Ok(list) => Ok((draft, list)),
        Err(_) => Err(Problem::instead(Reply::to(paths::draft(id)))),
    }
}

async fn keep(
    scope: &mut Scope,
    (id, rev): (ProcessDraftId, i32),
    list: &StepList,
) -> Result<(), Error> {
    debug_assert!(list.steps.iter().all(|step: &ListStep| !step.id().is_empty()));
    let xml = list.xml().ok_or(Error::Missing("process"))?;
    process_drafts::save(scope, id, rev, &xml).await.map(drop)
}

/// Saves a change that was made by one button. Where somebody else saved meanwhile it may mean
/// something else by now: the list as it is now is shown instead.
async fn change(
    mut scope: Scope,
    (visit, draft): (&Visit, &ProcessDraft),
    (rev, list): (i32, &StepList),
    done: Reply,
) -> Answer {
    match keep(&mut scope, (draft.id, rev), list).await {
        Ok(()) => {
            commit(scope).await?;
            Ok(done)
        }
        Err(Error::Refused(refusal @ Refusal::ChangedMeanwhile { .. })) => {
            let told = refusals::say(&refusal, visit.lang());
            let page = DraftPage::of(draft, visit.lang()).conflicting(told);
            Reply::page(StatusCode::CONFLICT, &page)
        }
        Err(other) => Err(other.into()),
    }
}
