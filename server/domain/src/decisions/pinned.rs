//! The decisions of a process: which version of each it was published with, and asking them.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use bpmn::{Definition, Kind, Node};
use moka::sync::Cache;
use rules::tables::Decisions;
use serde_json::{Map, Value};
use tenants::{Scope, TenantId};

use super::store;
use crate::{DecisionVersionId, ProcessVersionId, Result};

/// The decisions that a version of a process asks, made ready.
#[derive(Debug, Default)]
pub(crate) struct Pinned(BTreeMap<String, Decisions>);

static PINNED: LazyLock<Cache<(TenantId, ProcessVersionId), Arc<Pinned>>> =
    LazyLock::new(|| Cache::new(2_000));

impl Pinned {
    /// What a decision says, or why it says nothing: rule and column, and never a fact.
    pub(crate) fn decide(&self, key: &str, facts: &Map<String, Value>) -> Result<Value, String> {
        let Some(decisions) = self.0.get(key) else {
            return Err(format!("there is no decision table {key}"));
        };
        let verdict = decisions.decide(decisions.principal(), facts);
        verdict.map(|verdict| verdict.value).map_err(|flaw| flaw.to_string())
    }

    /// The facts that its decisions read, each with the decision.
    pub(crate) fn facts(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().flat_map(|(key, decisions)| {
            decisions.facts().into_iter().map(move |fact| (key.as_str(), fact))
        })
    }
}

/// The decisions that a version of a process was published with.
pub(crate) async fn pinned(scope: &mut Scope, process: ProcessVersionId) -> Result<Arc<Pinned>> {
    let key = (scope.tenant().id, process);
    if let Some(pinned) = PINNED.get(&key) {
        return Ok(pinned);
    }
    let pinned = Arc::new(ready(store::pinned(scope, process).await?));
    PINNED.insert(key, pinned.clone());
    Ok(pinned)
}

/// The decisions that a process would be published with now.
pub(crate) async fn unpinned(scope: &mut Scope, definition: &Definition) -> Result<Pinned> {
    let newest = store::newest(scope, &asked(definition.nodes())).await?;
    Ok(ready(newest.into_iter().map(|(key, (_, xml))| (key, xml))))
}

fn ready(files: impl IntoIterator<Item = (String, String)>) -> Pinned {
    let mut ready = BTreeMap::new();
    for (key, xml) in files {
        // What was published has passed every check; one that does not pass now was checked by
        // another release, and its steps are noted as stuck.
        match Decisions::parse(&xml) {
            Ok(decisions) => drop(ready.insert(key, decisions)),
            Err(flaws) => tracing::error!(%key, flaws = flaws.len(), "a published decision"),
        }
    }
    Pinned(ready)
}

/// The newest version of each decision that these steps ask, where it has one.
pub(crate) async fn newest(
    scope: &mut Scope,
    steps: impl Iterator<Item = &Node>,
) -> Result<BTreeMap<String, DecisionVersionId>> {
    let newest = store::newest(scope, &asked(steps)).await?;
    Ok(newest.into_iter().map(|(key, (id, _))| (key, id)).collect())
}

/// The keys of the decisions that these steps ask.
fn asked<'a>(steps: impl Iterator<Item = &'a Node>) -> Vec<String> {
    let key = |node: &Node| match &node.kind {
        Kind::BusinessRuleTask { decision, .. } => Some(decision.clone()),
        _ => None,
    };
    steps.filter_map(key).collect()
}

/// Note by which versions a process decides.
pub(crate) async fn pin(
    scope: &mut Scope,
    process: ProcessVersionId,
    pins: &BTreeMap<String, DecisionVersionId>,
) -> Result<()> {
    for (key, version) in pins {
        store::pin(scope, process, key, *version).await?;
    }
    Ok(())
}
