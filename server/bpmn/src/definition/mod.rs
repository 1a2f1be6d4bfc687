//! A process definition as the engine runs it: an immutable graph.

mod deadline;
mod kind;
mod node;
mod reach;
mod scopes;
mod stored;

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

pub use kind::{Event, Kind, Mapping, Over, Repeat, Thrown};
pub use node::{Flow, Node, Outcome, Step};
pub(crate) use reach::Nodes;
use reach::Reach;
use scopes::Scopes;
use stored::Stored;
pub use stored::Unsound;

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
    /// Where the process begins.
    pub(crate) start: usize,
    scopes: Scopes,
    reach: Reach,
    index: HashMap<String, usize>,
}

/// The flows and boundary events of one node, as positions in `flows` and `nodes`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Around {
    pub(crate) incoming: Vec<usize>,
    pub(crate) outgoing: Vec<usize>,
    pub(crate) boundary: Vec<usize>,
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
        let scopes = Scopes::of(&nodes, &index)?;
        let start = scopes.start(None).ok_or(Unsound::Start)?;
        let reach = Reach::of(&nodes, &flows, &around, &index);
        Ok(Self { process, name, step, nodes, flows, around, start, scopes, reach, index })
    }

    /// Where a node stands in `nodes`.
    pub(crate) fn at(&self, id: &str) -> Option<usize> {
        self.index.get(id).copied()
    }

    /// The node a flow leads to.
    pub(crate) fn target(&self, flow: usize) -> usize {
        self.index[&self.flows[flow].to]
    }

    /// Where a scope begins: the process itself, a sub-process or a called process.
    pub(crate) fn start_of(&self, scope: Option<&str>) -> Option<usize> {
        self.scopes.start(scope)
    }

    /// The event sub-processes of a scope, each by its start event.
    pub(crate) fn handlers(&self, scope: Option<&str>) -> &[usize] {
        self.scopes.handlers(scope)
    }

    /// Every scope with the node at which it begins, in the order of the text.
    pub(crate) fn starts(&self) -> impl Iterator<Item = usize> {
        let is_start = |kind: &Kind| matches!(kind, Kind::Start | Kind::EventStart { .. });
        self.nodes.iter().enumerate().filter(move |(_, node)| is_start(&node.kind)).map(|it| it.0)
    }

    /// For an inclusive join: by incoming flow, the nodes from which one may come to it without
    /// passing the join.
    pub(crate) fn reach(&self, join: usize) -> &[Nodes] {
        self.reach.to(join)
    }

    /// Whether an inclusive join has to wait for a token at `node` (13.4.3), given which of its
    /// incoming flows have one.
    pub(crate) fn blocks(&self, join: usize, node: usize, has_token: &[bool]) -> bool {
        self.reach.blocks(join, node, has_token)
    }

    /// Whether a node waits for tokens of several flows.
    pub(crate) fn joins(&self, node: usize) -> bool {
        matches!(self.nodes[node].kind, Kind::Parallel | Kind::Inclusive)
            && self.around[node].incoming.len() > 1
    }
}

impl Node {
    /// The scope that runs inside the node.
    pub(crate) fn inside(&self) -> Option<String> {
        match &self.kind {
            Kind::CallActivity { process, .. } => Some(process.clone()),
            Kind::SubProcess | Kind::EventSubProcess => Some(self.id.clone()),
            _ => None,
        }
    }
}

fn surroundings(
    nodes: &[Node],
    flows: &[Flow],
    index: &HashMap<String, usize>,
) -> Result<Vec<Around>, Unsound> {
    let find = |id: &str| index.get(id).copied().ok_or_else(|| Unsound::Reference(id.to_owned()));
    let mut around = vec![Around::default(); nodes.len()];
    for (at, flow) in flows.iter().enumerate() {
        around[find(&flow.from)?].outgoing.push(at);
        around[find(&flow.to)?].incoming.push(at);
    }
    for (at, node) in nodes.iter().enumerate() {
        if let Some(host) = node.kind.host() {
            around[find(host)?].boundary.push(at);
        }
    }
    Ok(around)
}
