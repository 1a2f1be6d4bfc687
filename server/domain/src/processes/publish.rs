//! Publishing a process.

use bpmn::{Kind, Node, Placed, Problem, ProblemKind, Read};
use sha2::{Digest, Sha256};
use tenants::{Act, Agency, Scope};

use super::store;
use crate::{ProcessVersionId, Result, decisions};

/// Why a process cannot be published: each with its element and line.
#[derive(Debug, thiserror::Error)]
#[error("the process has {} problems; the first: {}", .0.len(), .0.first().map(ToString::to_string).unwrap_or_default())]
pub struct Problems(pub Vec<Problem>);

/// Read a process as publishing would, expressions included.
pub fn read(xml: &str) -> Result<Read, Problems> {
    let read = bpmn::read(xml, &|expression| rules::check(expression)).map_err(Problems)?;
    let nodes = read.definition.nodes();
    let beyond = nodes.filter_map(|node| {
        Some(read.problem(&node.id, ProblemKind::NotOffered, not_offered(node)?))
    });
    let beyond: Vec<Problem> = beyond.collect();
    if beyond.is_empty() { Ok(read) } else { Err(Problems(beyond)) }
}

/// What the engine could run and nobody here would carry out, so that a case would be stranded.
fn not_offered(node: &Node) -> Option<&'static str> {
    match node.kind {
        Kind::BusinessRuleTask { .. } if node.step.get("effective").is_some() => {
            Some("a decision of another day than the process")
        }
        Kind::SendTask if node.step.get("wait") == Some("delivered") => {
            Some("waiting until a message was delivered")
        }
        _ => None,
    }
}

/// The steps of a process that name a decision which is not published: what [`read`] cannot tell,
/// because it looks at the file alone. The file may have other problems.
pub(crate) async fn undecided(scope: &mut Scope, xml: &str) -> Result<Vec<Problem>> {
    let nodes = bpmn::sketch(xml).nodes;
    let known = decisions::newest(scope, nodes.iter().map(|node| &node.it)).await?;
    let unknown = |Placed { it, line }: Placed<Node>| match it.kind {
        Kind::BusinessRuleTask { decision, .. } if !known.contains_key(&decision) => {
            let (element, kind) = (Some(it.id), ProblemKind::UnknownDecision);
            Some(Problem { element, line, kind, detail: decision })
        }
        _ => None,
    };
    Ok(nodes.into_iter().filter_map(unknown).collect())
}

/// Publish a process under a key, as its next version. It decides by the decisions as they are now.
pub async fn publish(scope: &mut Scope, key: &str, xml: &str) -> Result<ProcessVersionId> {
    scope.allow(Act::Configure, &Agency)?;
    publish_as(scope, ProcessVersionId::new(), (key, xml)).await
}

/// The same with an id that is settled already, as the draft's it was written in.
pub(crate) async fn publish_as(
    scope: &mut Scope,
    id: ProcessVersionId,
    (key, xml): (&str, &str),
) -> Result<ProcessVersionId> {
    let read = read(xml).map_err(anyhow::Error::from)?;
    let undecided = undecided(scope, xml).await?;
    if !undecided.is_empty() {
        return Err(anyhow::Error::from(Problems(undecided)).into());
    }
    let pins = decisions::newest(scope, read.definition.nodes()).await?;
    let version = store::NewVersion {
        id,
        key,
        xml,
        graph: serde_json::to_value(&read.definition)?,
        sha256: Sha256::digest(xml).to_vec(),
    };
    let process = store::insert(scope, version).await?;
    decisions::pin(scope, process, &pins).await?;
    Ok(process)
}
