//! A process as a list: its steps in the order in which one comes to them, and what follows each.

use std::collections::HashSet;

use super::labels;
use crate::definition::{Definition, Kind, Node};

/// What comes after a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Next<'a> {
    pub node: &'a Node,
    pub way: Way<'a>,
}

/// How one comes there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Way<'a> {
    /// When the step is finished; with what has to be so, outermost first.
    On(Vec<String>),
    /// When this event on the step's border has happened.
    Late(&'a Node),
}

/// The nodes at which something happens, as one comes to them from the start: gateways and timers
/// are told with the steps.
pub fn order(definition: &Definition) -> Vec<&Node> {
    let mut found = Vec::new();
    let mut seen = HashSet::new();
    let mut ahead = std::collections::VecDeque::from([definition.start]);
    while let Some(at) = ahead.pop_front() {
        if !seen.insert(at) {
            continue;
        }
        let node = &definition.nodes[at];
        if is_listed(node) {
            found.push(node);
        }
        let around = &definition.around[at];
        if matches!(node.kind, Kind::Start | Kind::EventStart { .. }) {
            ahead.extend(definition.handlers(node.scope.as_deref()));
        }
        ahead.extend(node.inside().and_then(|scope| definition.start_of(Some(&scope))));
        ahead.extend(around.outgoing.iter().map(|flow| definition.target(*flow)));
        ahead.extend(&around.boundary);
    }
    found
}

/// What follows a node, in the words of a language.
pub fn next<'a>(definition: &'a Definition, node: &Node, lang: &str) -> Vec<Next<'a>> {
    let Some(at) = definition.at(&node.id) else { return Vec::new() };
    let mut found = behind(definition, at, lang);
    for timer in &definition.around[at].boundary {
        let late = &definition.nodes[*timer];
        let then = behind(definition, *timer, lang).into_iter();
        found.extend(then.map(|next| Next { way: Way::Late(late), ..next }));
    }
    found
}

/// Where the flows of a node lead, through gateways.
fn behind<'a>(definition: &'a Definition, at: usize, lang: &str) -> Vec<Next<'a>> {
    let mut found = Vec::new();
    let mut seen = HashSet::new();
    let mut ahead = vec![(at, Vec::new())];
    while let Some((from, said)) = ahead.pop() {
        let mut inner = Vec::new();
        for flow in &definition.around[from].outgoing {
            let to = definition.target(*flow);
            let mut said: Vec<String> = said.clone();
            said.extend(labels::flow(definition, &definition.flows[*flow], lang));
            let node = &definition.nodes[to];
            if !is_passage(&node.kind) {
                found.push(Next { node, way: Way::On(said) });
            } else if seen.insert(to) {
                inner.push((to, said));
            }
        }
        ahead.extend(inner.into_iter().rev());
    }
    found
}

fn is_passage(kind: &Kind) -> bool {
    kind.is_gateway() || matches!(kind, Kind::Boundary { .. } | Kind::Passage)
}

/// Whether a node stands in the list by itself.
pub(super) fn is_listed(node: &Node) -> bool {
    !is_passage(&node.kind) && !is_border(node)
}

/// Where something inside a step begins and ends.
fn is_border(node: &Node) -> bool {
    node.scope.is_some()
        && (node.kind.is_end() || matches!(node.kind, Kind::Start | Kind::EventStart { .. }))
}
