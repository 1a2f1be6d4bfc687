//! Publishing a process.

use bpmn::{Problem, Read};
use sha2::{Digest, Sha256};
use tenants::{Act, Agency, Scope};

use super::store;
use crate::{ProcessVersionId, Result};

/// Why a process cannot be published: each with its element and line.
#[derive(Debug, thiserror::Error)]
#[error("the process has {} problems; the first: {}", .0.len(), .0.first().map(ToString::to_string).unwrap_or_default())]
pub struct Problems(pub Vec<Problem>);

/// Read a process as publishing would, conditions included.
pub fn read(xml: &str) -> Result<Read, Problems> {
    bpmn::read(xml, &|condition| rules::check(condition)).map_err(Problems)
}

/// Publish a process under a key, as its next version.
pub async fn publish(scope: &mut Scope, key: &str, xml: &str) -> Result<ProcessVersionId> {
    scope.allow(Act::Configure, &Agency)?;
    let read = read(xml).map_err(anyhow::Error::from)?;
    let version = store::NewVersion {
        id: ProcessVersionId::new(),
        key,
        xml,
        graph: serde_json::to_value(&read.definition)?,
        sha256: Sha256::digest(xml).to_vec(),
    };
    store::insert(scope, version).await
}
