//! The agency's processes, each as a picture and as a list of its steps.

pub(crate) mod drafts;
mod list_page;
mod process_page;
mod steps;

use bpmn::Definition;
use domain::{ProcessVersionId, organisation, process_drafts, processes};
use locale::words::Lang;
use poem::handler;
use web::{Answer, At, show};

pub(crate) use list_page::ListPage;
pub(crate) use process_page::ProcessPage;

use crate::visit::{Visit, commit};

#[handler]
pub(crate) async fn list(visit: Visit) -> Answer {
    let mut scope = visit.admin().await?;
    let lines = processes::list(&mut scope).await?;
    let drafts = process_drafts::list(&mut scope).await?;
    commit(scope).await?;
    show(ListPage::of(&lines, &drafts))
}

#[handler]
pub(crate) async fn see(visit: Visit, At(id): At<ProcessVersionId>) -> Answer {
    let mut scope = visit.admin().await?;
    let version = processes::see(&mut scope, id).await?;
    let all = processes::list(&mut scope).await?;
    let positions = organisation::positions(&mut scope).await?;
    commit(scope).await?;
    show(ProcessPage::of(&version, &all, &positions, visit.lang()))
}

/// What a process is called in a language, or in that of the file.
fn name(definition: &Definition, lang: Lang) -> String {
    let translated = definition.step().texts.get(lang.code());
    translated.map_or(definition.name(), String::as_str).to_owned()
}
