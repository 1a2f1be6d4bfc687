//! A process definition as the engine runs it: an immutable graph.

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};

use crate::timer::Timer;

/// The layout of a stored definition. Raise it when an older one must be read differently.
const SCHEMA: u16 = 1;

/// One executable process, read and checked.
///
/// Nodes and flows keep the order of the XML text, because that order decides which condition is
/// asked first.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Stored", into = "Stored")]
pub struct Definition {
    pub(crate) process: String,
    pub(crate) name: String,
    pub(crate) step: Step,
    pub(crate) nodes: Vec<Node>,
    pub(crate) flows: Vec<Flow>,
    /// What stands around each node, in the order of `nodes`.
    pub(crate) around: Vec<Around>,
    pub(crate) start: usize,
    index: HashMap<String, usize>,
}

/// One BPMN flow node.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Node {
    pub id: String,
    pub name: String,
    pub kind: Kind,
    #[serde(default, skip_serializing_if = "Step::is_empty")]
    pub step: Step,
}

/// What a node does with a token (BPMN 2.0, chapter 13).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    Start,
    End,
    /// An end event that takes every other token of its scope with it.
    Terminate,
    UserTask,
    ServiceTask,
    SendTask,
    /// Waits for a message of this name.
    ReceiveTask {
        message: String,
    },
    /// A task without work for anybody: manual, abstract, and script tasks where these are let in.
    Pass,
    Exclusive,
    Parallel,
    BoundaryTimer {
        host: String,
        interrupting: bool,
        timer: Timer,
    },
}

/// What the desk's own extension (`urn:mizban:bpmn:1`) says about an element.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Step {
    /// The `desk:` attributes, without their prefix.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub attributes: BTreeMap<String, String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub outcomes: Vec<Outcome>,
    /// The name in other languages, by language code.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub texts: BTreeMap<String, String>,
}

/// One way a person may finish a step.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    pub id: String,
    pub name: String,
    /// The name in other languages, by language code.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub texts: BTreeMap<String, String>,
    /// Every other attribute, such as `asks`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub attributes: BTreeMap<String, String>,
}

/// One sequence flow.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Flow {
    pub id: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    pub from: String,
    pub to: String,
    /// FEEL, without a leading `=`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub condition: Option<String>,
    /// Taken when no condition of its source holds.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub default: bool,
}

/// The flows and boundary events of one node, as positions in `flows` and `nodes`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Around {
    pub(crate) incoming: Vec<usize>,
    pub(crate) outgoing: Vec<usize>,
    pub(crate) timers: Vec<usize>,
}

/// A stored definition that does not hold together.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unsound {
    #[error("the definition was stored with layout {0}, which is not known")]
    Layout(u16),
    #[error("the definition names {0}, which it does not have")]
    Reference(String),
    #[error("the definition does not have exactly one start event")]
    Start,
}

/// What is kept of a definition; the rest follows from it.
#[derive(Serialize, Deserialize)]
struct Stored {
    v: u16,
    process: String,
    name: String,
    #[serde(default, skip_serializing_if = "Step::is_empty")]
    step: Step,
    nodes: Vec<Node>,
    flows: Vec<Flow>,
}

impl Definition {
    pub fn process_id(&self) -> &str {
        &self.process
    }

    pub fn name(&self) -> &str {
        &self.name
    }

    /// What the extension says about the process as a whole.
    pub fn step(&self) -> &Step {
        &self.step
    }

    pub fn node(&self, id: &str) -> Option<&Node> {
        self.at(id).map(|at| &self.nodes[at])
    }

    /// All nodes, in the order of the text.
    pub fn nodes(&self) -> impl Iterator<Item = &Node> {
        self.nodes.iter()
    }

    /// All sequence flows, in the order of the text.
    pub fn flows(&self) -> impl Iterator<Item = &Flow> {
        self.flows.iter()
    }

    /// The direct successors of a node, one for each flow that leaves it.
    pub fn after(&self, id: &str) -> impl Iterator<Item = &Node> {
        let outgoing = self.at(id).map_or(&[][..], |at| &self.around[at].outgoing);
        outgoing.iter().map(|flow| &self.nodes[self.target(*flow)])
    }

    pub(crate) fn new(
        (process, name, step): (String, String, Step),
        nodes: Vec<Node>,
        flows: Vec<Flow>,
    ) -> Result<Self, Unsound> {
        let index: HashMap<String, usize> =
            nodes.iter().enumerate().map(|(at, node)| (node.id.clone(), at)).collect();
        let around = surroundings(&nodes, &flows, &index)?;
        let mut starts = nodes.iter().enumerate().filter(|(_, node)| node.kind == Kind::Start);
        let (Some((start, _)), None) = (starts.next(), starts.next()) else {
            return Err(Unsound::Start);
        };
        Ok(Self { process, name, step, nodes, flows, around, start, index })
    }

    /// Where a node stands in `nodes`.
    pub(crate) fn at(&self, id: &str) -> Option<usize> {
        self.index.get(id).copied()
    }

    /// The node a flow leads to.
    pub(crate) fn target(&self, flow: usize) -> usize {
        self.index[&self.flows[flow].to]
    }
}

fn surroundings(
    nodes: &[Node],
    flows: &[Flow],
    index: &HashMap<String, usize>,
) -> Result<Vec<Around>, Unsound> {
    let find = |id: &String| index.get(id).copied().ok_or_else(|| Unsound::Reference(id.clone()));
    let mut around = vec![Around::default(); nodes.len()];
    for (at, flow) in flows.iter().enumerate() {
        around[find(&flow.from)?].outgoing.push(at);
        around[find(&flow.to)?].incoming.push(at);
    }
    for (at, node) in nodes.iter().enumerate() {
        if let Kind::BoundaryTimer { host, .. } = &node.kind {
            around[find(host)?].timers.push(at);
        }
    }
    Ok(around)
}

impl Kind {
    /// Whether work is done here; only activities carry boundary events.
    pub fn is_activity(&self) -> bool {
        self.waits() || matches!(self, Self::SendTask | Self::Pass)
    }

    /// Whether a token rests here until something happens outside.
    pub fn waits(&self) -> bool {
        matches!(self, Self::UserTask | Self::ServiceTask | Self::ReceiveTask { .. })
    }
}

impl Step {
    pub fn get(&self, attribute: &str) -> Option<&str> {
        self.attributes.get(attribute).map(String::as_str)
    }

    pub fn outcome(&self, id: &str) -> Option<&Outcome> {
        self.outcomes.iter().find(|outcome| outcome.id == id)
    }

    fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl From<Definition> for Stored {
    fn from(it: Definition) -> Self {
        let Definition { process, name, step, nodes, flows, .. } = it;
        Self { v: SCHEMA, process, name, step, nodes, flows }
    }
}

impl TryFrom<Stored> for Definition {
    type Error = Unsound;

    fn try_from(it: Stored) -> Result<Self, Unsound> {
        if it.v != SCHEMA {
            return Err(Unsound::Layout(it.v));
        }
        Self::new((it.process, it.name, it.step), it.nodes, it.flows)
    }
}
