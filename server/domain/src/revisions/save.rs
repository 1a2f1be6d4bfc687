//! Saving what was written.

use tenants::Scope;

use super::model::Content;
use super::{Handle, Revision, see, store};
use crate::catalogue::Sheet;
use crate::{Error, ProcessVersionId, Refusal, Result, processes};

/// Save the sheet, with whatever it still lacks.
pub async fn save_sheet(scope: &mut Scope, handle: Handle<'_>, sheet: Sheet) -> Result<()> {
    change(scope, handle, |content| Ok(Content { sheet, ..content })).await
}

/// Choose the version of a process that cases of the next version run through.
pub async fn save_process(
    scope: &mut Scope,
    handle: Handle<'_>,
    process: ProcessVersionId,
) -> Result<()> {
    let held = see::hold(scope, handle).await?;
    match processes::find(scope, process).await {
        Ok(_) => {}
        Err(Error::Missing(_)) => return Err(Error::invalid("process", "choice")),
        Err(other) => return Err(other),
    }
    let content = Content { process, ..held.content() };
    keep(scope, &held, content).await
}

/// Change what is written. Saving what stands there already changes nothing, whichever state it was
/// made on: a button pressed twice is no conflict.
pub(super) async fn change(
    scope: &mut Scope,
    handle: Handle<'_>,
    by: impl FnOnce(Content) -> Result<Content>,
) -> Result<()> {
    match see::hold(scope, handle).await {
        Ok(held) => {
            let content = by(held.content())?;
            keep(scope, &held, content).await
        }
        Err(Error::Refused(Refusal::ChangedMeanwhile { by: who, at })) => {
            let now = see::see(scope, handle.key).await?.ok_or(Error::Missing("revision"))?;
            match by(now.content()) {
                Ok(content) if content == now.content() => Ok(()),
                _ => Err(Refusal::ChangedMeanwhile { by: who, at }.into()),
            }
        }
        Err(other) => Err(other),
    }
}

async fn keep(scope: &mut Scope, held: &Revision, content: Content) -> Result<()> {
    if content == held.content() {
        return Ok(());
    }
    store::update(scope, held.entry.id, &content).await
}

/// A process has a next version: revisions that name one of those before it take it over.
pub(crate) async fn follow(
    scope: &mut Scope,
    before: &[ProcessVersionId],
    now: ProcessVersionId,
) -> Result<()> {
    store::follow(scope, before, now).await
}
