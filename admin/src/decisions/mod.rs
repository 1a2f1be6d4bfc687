//! The decisions of the agency: the list, the tables as they are published, and the editor of the
//! next version, which needs no script.

mod cells;
mod decision_page;
mod editor_page;
mod list_page;
mod trial;
mod typed;
mod version_page;

use domain::decisions::{self, Draft, Handle};
use domain::{Error, Refusal};
use poem::handler;
use poem::http::StatusCode;
use rules::tables::Table;
use tenants::Scope;
use web::{Answer, At, Fields, Problem, Reply, refusals, show};

pub(crate) use decision_page::DecisionPage;
pub(crate) use editor_page::EditorPage;
use editor_page::Told;
pub(crate) use list_page::DecisionsPage;
use typed::Step;
pub(crate) use version_page::TablePage;

use crate::filled::Filled;
use crate::visit::{Visit, commit};

/// The most bytes of a table in a form's encoding, where a Persian letter takes six.
const TABLE: usize = 512 * 1024;

const LIST: &str = "/decisions";

fn path(key: &str) -> String {
    format!("/decisions/{key}")
}

fn editor(key: &str) -> String {
    format!("/decisions/{key}/draft")
}

#[handler]
pub(crate) async fn list(visit: Visit) -> Answer {
    listed(&visit, Filled::default()).await
}

async fn listed(visit: &Visit, sent: Filled) -> Answer {
    let mut scope = visit.admin().await?;
    let lines = decisions::list(&mut scope).await?;
    commit(scope).await?;
    sent.answer(&DecisionsPage::of(&lines, &sent))
}

/// Begins a new decision.
#[handler]
pub(crate) async fn found(visit: Visit, fields: Fields) -> Answer {
    let sent = Filled::read(&fields)?;
    let mut scope = visit.admin().await?;
    match decisions::found(&mut scope, sent.text("key"), sent.text("name")).await {
        Ok(()) => {
            commit(scope).await?;
            Ok(Reply::to(editor(sent.text("key").trim())).notice("decisions-begun"))
        }
        Err(error) => {
            drop(scope);
            let told = sent.told(error, "key", visit.lang())?;
            listed(&visit, told).await
        }
    }
}

#[handler]
pub(crate) async fn see(visit: Visit, At(key): At<String>) -> Answer {
    let mut scope = visit.admin().await?;
    let decision = decisions::see(&mut scope, &key).await?;
    commit(scope).await?;
    show(DecisionPage::of(&decision))
}

#[handler]
pub(crate) async fn see_version(visit: Visit, At((key, number)): At<(String, i32)>) -> Answer {
    let mut scope = visit.admin().await?;
    let decision = decisions::see(&mut scope, &key).await?;
    commit(scope).await?;
    let version = decision.versions.iter().find(|version| version.number == number);
    show(TablePage::of(&key, version.ok_or(Problem::Missing)?, visit.lang()))
}

/// Begins the next version, or takes up the one that was begun.
#[handler]
pub(crate) async fn open(visit: Visit, At(key): At<String>, _fields: Fields) -> Answer {
    let mut scope = visit.admin().await?;
    decisions::open(&mut scope, &key).await?;
    commit(scope).await?;
    Ok(Reply::to(editor(&key)).notice("decisions-begun"))
}

#[handler]
pub(crate) async fn discard(visit: Visit, At(key): At<String>, fields: Fields) -> Answer {
    let sent = Filled::read(&fields)?;
    let mut scope = visit.admin().await?;
    decisions::discard(&mut scope, Handle { key: &key, rev: rev(&sent)? }).await?;
    commit(scope).await?;
    Ok(Reply::to(LIST).notice("decisions-discarded"))
}

#[handler]
pub(crate) async fn write(visit: Visit, At(key): At<String>) -> Answer {
    let mut scope = visit.admin().await?;
    let draft = draft(&mut scope, &key).await?;
    commit(scope).await?;
    let table = table_of(&draft)?;
    show(EditorPage::of((&key, &draft.name, draft.rev), &table, &Told::nothing(visit.lang())))
}

/// Saves the table, and does what the button says.
#[handler]
pub(crate) async fn save(visit: Visit, At(key): At<String>, fields: Fields<TABLE>) -> Answer {
    let sent = Filled::read(&fields)?;
    let handle = Handle { key: &key, rev: rev(&sent)? };
    let mut table = typed::read(&sent).ok_or(Problem::BadRequest("no table"))?;
    let (step, before) = (Step::read(sent.text("step")), table.clone());
    let mut scope = visit.admin().await?;
    if !step.apply(&mut table) {
        let told =
            sent.told(Error::invalid("policy", "decision-too-large"), "policy", visit.lang())?;
        let head = (key.as_str(), told.text("name"), handle.rev);
        return told.answer(&EditorPage::of(head, &before, &Told::problems(visit.lang(), &told)));
    }
    match decisions::save(&mut scope, handle, sent.text("name"), &table).await {
        Ok(()) => saved(&visit, (scope, &key), step, (&table, &sent)).await,
        Err(Error::Refused(refusal @ Refusal::ChangedMeanwhile { .. })) => {
            let now = draft(&mut scope, &key).await?;
            let told = Told::conflict(visit.lang(), refusals::say(&refusal, visit.lang()));
            let page = EditorPage::of((&key, sent.text("name"), now.rev), &before, &told);
            Reply::page(StatusCode::CONFLICT, &page)
        }
        Err(error) => {
            let told = sent.told(error, "name", visit.lang())?;
            let head = (key.as_str(), told.text("name"), handle.rev);
            told.answer(&EditorPage::of(head, &before, &Told::problems(visit.lang(), &told)))
        }
    }
}

/// What follows when the draft is kept, whatever is wrong with it.
async fn saved(
    visit: &Visit,
    (mut scope, key): (Scope, &str),
    step: Step,
    (table, sent): (&Table, &Filled),
) -> Answer {
    let draft = draft(&mut scope, key).await?;
    let handle = Handle { key, rev: draft.rev };
    let head = (key, draft.name.as_str(), draft.rev);
    match step {
        Step::Publish if draft.flaws.is_empty() => {
            decisions::publish(&mut scope, handle).await?;
            commit(scope).await?;
            Ok(Reply::to(path(key)).notice("decisions-published"))
        }
        Step::Publish => {
            commit(scope).await?;
            let told = Told::flaws(visit.lang(), &draft.flaws);
            Reply::page(StatusCode::UNPROCESSABLE_ENTITY, &EditorPage::of(head, table, &told))
        }
        Step::Try => {
            commit(scope).await?;
            let told = Told::tried(visit.lang(), trial::decide(table, key, sent), sent);
            Reply::page(StatusCode::OK, &EditorPage::of(head, table, &told))
        }
        _ => {
            commit(scope).await?;
            Ok(Reply::to(editor(key)).notice("decisions-saved"))
        }
    }
}

/// The draft of a decision; where none was begun, the decision's page leads to it.
async fn draft(scope: &mut Scope, key: &str) -> Result<Draft, Problem> {
    let decision = decisions::see(scope, key).await?;
    decision.draft.ok_or_else(|| Problem::instead(Reply::to(path(key))))
}

/// A draft is written by this editor, so that it can be read by it.
fn table_of(draft: &Draft) -> Result<Table, Problem> {
    let table = draft.table.clone().filter(typed::fits);
    table.ok_or_else(|| Problem::fault("a draft that the editor cannot show"))
}

/// The state that a form was made on.
fn rev(sent: &Filled) -> Result<i32, Problem> {
    sent.text("rev").parse().map_err(|_| Problem::BadRequest("no state of the draft"))
}
