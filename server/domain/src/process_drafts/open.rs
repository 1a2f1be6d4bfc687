//! Beginning to write the next version of a process, or a new process.

use tenants::{Act, Agency, Scope};

use super::gallery;
use super::store::{self, NewDraft};
use crate::{Error, ProcessDraftId, Result, processes};

/// Begin a draft with what is published now, or take up the one that was begun.
pub async fn open(scope: &mut Scope, key: &str) -> Result<ProcessDraftId> {
    scope.allow(Act::Configure, &Agency)?;
    let newest = processes::newest(scope, key).await?;
    let (line, xml) = newest.ok_or(Error::Missing("process"))?;
    store::insert(scope, NewDraft { key, base: Some(line.id), xml: &xml }).await
}

/// Begin a new process with a template of the gallery. Its key is that of the template, with a
/// number behind it where the agency has such a process already.
pub async fn found(scope: &mut Scope, template: &str) -> Result<ProcessDraftId> {
    scope.allow(Act::Configure, &Agency)?;
    let template = gallery::find(template).ok_or(Error::Missing("template"))?;
    let key = free(scope, &template.name).await?;
    // The files hold no picture; a draft begins with one of our own layout.
    let drawn = bpmn::steps::recognise(&template.xml).ok().and_then(|list| list.settled().xml());
    let xml = drawn.as_deref().unwrap_or(&template.xml);
    store::insert(scope, NewDraft { key: &key, base: None, xml }).await
}

async fn free(scope: &mut Scope, name: &str) -> Result<String> {
    let drafts = store::lines(scope).await?;
    let mut number = 1;
    loop {
        let key = if number == 1 { name.to_owned() } else { format!("{name}-{number}") };
        let is_taken = drafts.iter().any(|line| line.key == key)
            || !processes::versions(scope, &key).await?.is_empty();
        if !is_taken {
            return Ok(key);
        }
        number += 1;
    }
}
