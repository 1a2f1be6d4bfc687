//! A draft as a diagram: the editor, the picture for whoever has no script, and the file itself.

mod choices;
mod page;
#[cfg(test)]
mod tests;

use domain::process_drafts::{self, ProcessDraft};
use domain::{Error, ProcessDraftId, Refusal, organisation};
use poem::http::{StatusCode, header};
use poem::{Response, handler};
use tenants::Scope;
use web::{Answer, At, Fields, Problem, Reply, refusals, show};

use choices::Choices;
pub(crate) use page::DiagramPage;
use page::Unsaved;

use super::{paths, rev};
use crate::services::typed::Typed;
use crate::visit::{Visit, commit};

/// A file of 2 MB, in a form's encoding at its longest: three bytes for each of the file's.
const FILE: usize = (6 << 20) + (64 << 10);

#[handler]
pub(crate) async fn see(visit: Visit, At(id): At<ProcessDraftId>) -> Answer {
    let mut scope = visit.admin().await?;
    let (draft, choices) = shown(&mut scope, id, &visit).await?;
    commit(scope).await?;
    show(DiagramPage::of(&draft, &choices, Unsaved::Nothing, visit.lang()))
}

/// Keeps what was drawn. What cannot be kept stands on the page again: because somebody else saved
/// meanwhile, or because it is too large.
#[handler]
pub(crate) async fn save(visit: Visit, At(id): At<ProcessDraftId>, fields: Fields<FILE>) -> Answer {
    let typed = Typed::of(&fields)?;
    // A form sends line ends as two characters; the draft would seem to change with every save.
    let xml = typed.get("xml").replace("\r\n", "\n");
    let mut scope = visit.admin().await?;
    let (status, unsaved) = match process_drafts::save(&mut scope, id, rev(&typed)?, &xml).await {
        Ok(_) => {
            commit(scope).await?;
            return Ok(Reply::to(paths::diagram(id)).notice("diagram-page-saved"));
        }
        Err(Error::Refused(refusal @ Refusal::ChangedMeanwhile { .. })) => {
            let told = refusals::say(&refusal, visit.lang());
            (StatusCode::CONFLICT, Unsaved::Overtaken { xml: &xml, told })
        }
        Err(Error::Invalid(problems)) => {
            (StatusCode::UNPROCESSABLE_ENTITY, Unsaved::Wrong { xml: &xml, problems })
        }
        Err(other) => return Err(other.into()),
    };
    let (draft, choices) = shown(&mut scope, id, &visit).await?;
    Reply::page(status, &DiagramPage::of(&draft, &choices, unsaved, visit.lang()))
}

/// The file, to take away.
#[handler]
pub(crate) async fn fetch(visit: Visit, At(id): At<ProcessDraftId>) -> Result<Response, Problem> {
    let mut scope = visit.admin().await?;
    let draft = process_drafts::see(&mut scope, id).await?;
    commit(scope).await?;
    // A key holds letters, digits and hyphens only.
    let named = format!("attachment; filename=\"{}.bpmn\"", draft.key);
    Ok(Response::builder()
        .content_type("application/xml; charset=utf-8")
        .header(header::CONTENT_DISPOSITION, named)
        .body(draft.xml))
}

async fn shown(
    scope: &mut Scope,
    id: ProcessDraftId,
    visit: &Visit,
) -> Result<(ProcessDraft, Choices), Problem> {
    let draft = process_drafts::see(scope, id).await?;
    let roles = organisation::roles(scope).await?;
    Ok((draft, Choices::of(&roles, visit.lang())))
}
