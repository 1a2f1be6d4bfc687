//! The agency's processes, each as a picture and as a list of its steps.

mod list_page;
mod process_page;
mod steps;

use domain::{ProcessVersionId, organisation, processes};
use poem::handler;
use web::{Answer, At, show};

pub(crate) use list_page::ListPage;
pub(crate) use process_page::ProcessPage;

use crate::visit::{Visit, commit};

#[handler]
pub(crate) async fn list(visit: Visit) -> Answer {
    let mut scope = visit.admin().await?;
    let lines = processes::list(&mut scope).await?;
    commit(scope).await?;
    show(ListPage::of(&lines))
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
