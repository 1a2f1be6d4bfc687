//! What nodes and flows are called in a language.

use crate::definition::{Definition, Flow, Node};

/// The name of a node in a language, or in that of the file.
pub(super) fn node<'a>(node: &'a Node, lang: &str) -> &'a str {
    node.step.texts.get(lang).unwrap_or(&node.name)
}

/// What a way out is called. A file names its flows in its own language only; in any other the
/// outcome that a flow waits for says it.
pub(super) fn flow(definition: &Definition, flow: &Flow, lang: &str) -> Option<String> {
    if !definition.speaks(lang) {
        return (!flow.name.is_empty()).then(|| flow.name.clone());
    }
    let outcome = flow.condition.as_deref().and_then(outcome_of)?;
    let mut outcomes = definition.nodes().flat_map(|node| &node.step.outcomes);
    let found = outcomes.find(|known| known.id == outcome)?;
    Some(found.texts.get(lang).unwrap_or(&found.name).clone())
}

/// `missing` of `outcome = "missing"`.
fn outcome_of(condition: &str) -> Option<&str> {
    let (name, value) = condition.split_once('=')?;
    let value = value.trim().strip_prefix('"')?.strip_suffix('"')?;
    (name.trim() == "outcome").then_some(value)
}

impl Definition {
    /// Whether its names are translated to this language; else they are of the file's own.
    fn speaks(&self, lang: &str) -> bool {
        self.nodes().any(|node| node.step.texts.contains_key(lang))
    }
}
