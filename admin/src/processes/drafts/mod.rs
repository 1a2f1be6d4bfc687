//! The next version of a process while it is written.

pub(crate) mod diagram;
mod draft_page;
mod gallery_page;
mod lines;
mod paths;
mod problems;
mod sheet;
mod step_page;
pub(crate) mod steps;
#[cfg(test)]
mod tests;
mod written;

use domain::{Error, ProcessDraftId, process_drafts};
use poem::handler;
use poem::http::StatusCode;
use web::{Answer, At, Fields, Problem, Reply, show};

pub(crate) use draft_page::DraftPage;
pub(crate) use gallery_page::GalleryPage;
#[cfg(test)]
pub(crate) use step_page::StepPage;

use crate::services::typed::Typed;
use crate::trials;
use crate::visit::{Visit, commit};

/// Begins the next version of a process, or a new one with a template.
#[handler]
pub(crate) async fn open(visit: Visit, fields: Fields) -> Answer {
    let typed = Typed::of(&fields)?;
    let mut scope = visit.admin().await?;
    let id = match (typed.get("key"), typed.get("template")) {
        ("", template) => process_drafts::found(&mut scope, template).await?,
        (key, _) => process_drafts::open(&mut scope, key).await?,
    };
    commit(scope).await?;
    Ok(Reply::to(paths::draft(id)).notice("steps-draft-opened"))
}

#[handler]
pub(crate) async fn gallery(visit: Visit) -> Answer {
    let scope = visit.admin().await?;
    commit(scope).await?;
    show(GalleryPage::of(process_drafts::gallery(), visit.lang()))
}

#[handler]
pub(crate) async fn see(visit: Visit, At(id): At<ProcessDraftId>) -> Answer {
    let mut scope = visit.admin().await?;
    let draft = process_drafts::see(&mut scope, id).await?;
    commit(scope).await?;
    show(DraftPage::of(&draft, visit.lang()))
}

/// Makes the draft the next version; what keeps it from that is told on its page.
#[handler]
pub(crate) async fn publish(visit: Visit, At(id): At<ProcessDraftId>, fields: Fields) -> Answer {
    let rev = rev(&Typed::of(&fields)?)?;
    let mut scope = visit.admin().await?;
    match process_drafts::publish(&mut scope, id, rev).await {
        Ok(version) => {
            commit(scope).await?;
            Ok(Reply::to(paths::version(version)).notice("steps-published"))
        }
        Err(Error::Invalid(problems)) => {
            let is_test = |(key, _): (&str, _)| str::starts_with(key, process_drafts::FAILING);
            let by_tests = problems.iter().any(is_test);
            let draft = process_drafts::see(&mut scope, id).await?;
            if by_tests {
                return trials::refused(&visit, &mut scope, &draft).await;
            }
            let page = DraftPage::of(&draft, visit.lang());
            Reply::page(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
        Err(other) => Err(other.into()),
    }
}

#[handler]
pub(crate) async fn discard(visit: Visit, At(id): At<ProcessDraftId>, fields: Fields) -> Answer {
    let rev = rev(&Typed::of(&fields)?)?;
    let mut scope = visit.admin().await?;
    process_drafts::discard(&mut scope, id, rev).await?;
    commit(scope).await?;
    Ok(Reply::to(paths::PROCESSES).notice("steps-draft-discarded"))
}

/// The state that a form was made on.
fn rev(typed: &Typed) -> Result<i32, Problem> {
    typed.get("rev").parse().map_err(|_| Problem::BadRequest("no state of the draft"))
}
