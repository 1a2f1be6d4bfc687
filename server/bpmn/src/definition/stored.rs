//! What is kept of a definition; the rest follows from it.

use serde::{Deserialize, Serialize};

use super::{Definition, Flow, Node, Step};

/// The layouts of a stored definition. The second has scopes and repeated activities, which a
/// reader of the first would pass over; it is written only where there are any.
const FLAT: u16 = 1;
const NESTED: u16 = 2;

/// A stored definition that does not hold together.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unsound {
    #[error("the definition was stored with layout {0}, which is not known")]
    Layout(u16),
    #[error("the definition names {0}, which it does not have")]
    Reference(String),
    #[error("a scope of the definition does not have exactly one start event")]
    Start,
}

#[derive(Serialize, Deserialize)]
pub(super) struct Stored {
    v: u16,
    process: String,
    name: String,
    #[serde(default, skip_serializing_if = "Step::is_empty")]
    step: Step,
    nodes: Vec<Node>,
    flows: Vec<Flow>,
}

impl From<Definition> for Stored {
    fn from(it: Definition) -> Self {
        let Definition { process, name, step, nodes, flows, .. } = it;
        let is_flat = nodes.iter().all(|node| node.scope.is_none() && node.repeat.is_none());
        Self { v: if is_flat { FLAT } else { NESTED }, process, name, step, nodes, flows }
    }
}

impl TryFrom<Stored> for Definition {
    type Error = Unsound;

    fn try_from(it: Stored) -> Result<Self, Unsound> {
        if !(FLAT..=NESTED).contains(&it.v) {
            return Err(Unsound::Layout(it.v));
        }
        Self::new((it.process, it.name, it.step), it.nodes, it.flows)
    }
}
