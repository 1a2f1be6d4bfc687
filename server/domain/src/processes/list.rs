//! The processes as the agency's admins see them.

use std::sync::Arc;

use bpmn::Definition;
use chrono::{DateTime, Utc};
use tenants::Scope;

use super::{definition, store};
use crate::organisation::admit_admin;
use crate::{Error, ProcessVersionId, Result};

/// One published version of a process.
#[derive(Debug, Clone)]
pub struct ProcessLine {
    pub id: ProcessVersionId,
    pub key: String,
    /// 1, 2, 3 … within the key.
    pub version: i32,
    pub published_at: Option<DateTime<Utc>>,
}

/// A version with its graph and its text, which has the picture its author drew.
#[derive(Debug, Clone)]
pub struct ProcessVersion {
    pub line: ProcessLine,
    pub definition: Arc<Definition>,
    pub xml: String,
}

/// Every version of every process, by key, the newest first.
pub async fn list(scope: &mut Scope) -> Result<Vec<ProcessLine>> {
    admit_admin(scope)?;
    store::lines(scope, None).await
}

/// One version.
pub async fn see(scope: &mut Scope, id: ProcessVersionId) -> Result<ProcessVersion> {
    admit_admin(scope)?;
    let line = find(scope, id).await?;
    let definition = definition(scope, id).await?;
    let xml = xml(scope, id).await?;
    Ok(ProcessVersion { line, definition, xml })
}

/// The same without its text, for a verb that has asked its own question.
pub(crate) async fn find(scope: &mut Scope, id: ProcessVersionId) -> Result<ProcessLine> {
    store::lines(scope, Some(id)).await?.pop().ok_or(Error::Missing("process"))
}

/// Its text alone, likewise.
pub(crate) async fn xml(scope: &mut Scope, id: ProcessVersionId) -> Result<String> {
    store::xml(scope, id).await?.ok_or(Error::Missing("process"))
}

/// The versions of one process, the newest first.
pub(crate) async fn versions(scope: &mut Scope, key: &str) -> Result<Vec<ProcessLine>> {
    let mut lines = store::lines(scope, None).await?;
    lines.retain(|line| line.key == key);
    Ok(lines)
}

/// The newest version of a process, with its text.
pub(crate) async fn newest(scope: &mut Scope, key: &str) -> Result<Option<(ProcessLine, String)>> {
    let Some(line) = versions(scope, key).await?.into_iter().next() else { return Ok(None) };
    let xml = xml(scope, line.id).await?;
    Ok(Some((line, xml)))
}
