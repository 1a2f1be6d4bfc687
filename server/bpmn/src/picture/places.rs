//! A process reduced to the places it passes through, such as the stages that applicants know.

use std::collections::{BTreeMap, HashSet, VecDeque};

use crate::definition::{Definition, Flow, Kind, Node, Step};

/// A place, which several nodes may share.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    pub id: String,
    pub name: String,
    /// The name in other languages, by language code.
    pub texts: BTreeMap<String, String>,
}

/// The places of a process, each once, and how one comes from one to the next: for a picture of
/// which nobody reads off what stands inside. Nothing where no node has a place.
pub fn places(
    definition: &Definition,
    place: impl Fn(&Node) -> Option<Place>,
) -> Option<Definition> {
    let found: Vec<Option<Place>> = definition.nodes().map(place).collect();
    let reduction = Reduction { definition, found };
    let start = reduction.node(definition.start, Kind::Start);
    let mut nodes = vec![start];
    let mut known = HashSet::new();
    for at in 0..definition.nodes.len() {
        let Some(place) = &reduction.found[at] else { continue };
        if known.insert(place.id.clone()) {
            nodes.push(reduction.node(at, Kind::Pass));
        }
    }
    let flows = reduction.flows();
    if flows.is_empty() {
        return None;
    }
    let head = (definition.process.clone(), String::new(), Step::default());
    Definition::new(head, nodes, flows).ok()
}

struct Reduction<'a> {
    definition: &'a Definition,
    /// By node.
    found: Vec<Option<Place>>,
}

/// What stands before the first place; no id of a place is empty.
const BEGINNING: &str = "";

impl Reduction<'_> {
    fn node(&self, at: usize, kind: Kind) -> Node {
        let place = self.found[at].clone().filter(|_| kind != Kind::Start);
        let (id, name, texts) = match place {
            Some(Place { id, name, texts }) => (id, name, texts),
            None => (BEGINNING.to_owned(), String::new(), BTreeMap::new()),
        };
        Node { id, name, kind, step: Step { texts, ..Step::default() }, scope: None, repeat: None }
    }

    fn flows(&self) -> Vec<Flow> {
        let mut flows: Vec<Flow> = Vec::new();
        let mut add = |from: &str, to: &str| {
            let is_there = flows.iter().any(|flow| flow.from == from && flow.to == to);
            if from != to && !is_there {
                let (id, from, to) = (format!("{from}-{to}"), from.to_owned(), to.to_owned());
                let name = String::new();
                flows.push(Flow { id, name, from, to, condition: None, default: false });
            }
        };
        for next in self.next(self.definition.start) {
            add(BEGINNING, next);
        }
        for (at, place) in self.found.iter().enumerate() {
            let Some(place) = place else { continue };
            for next in self.next(at) {
                add(&place.id, next);
            }
        }
        flows
    }

    /// The places one comes to next from a node, through nodes that have none; the nearest first.
    fn next(&self, from: usize) -> Vec<&str> {
        let mut found = Vec::new();
        let mut seen = HashSet::from([from]);
        let mut ahead = VecDeque::from([from]);
        while let Some(at) = ahead.pop_front() {
            for next in self.after(at) {
                match &self.found[next] {
                    Some(place) => found.push(place.id.as_str()),
                    None if seen.insert(next) => ahead.push_back(next),
                    None => {}
                }
            }
        }
        found
    }

    /// Where one comes from a node: by flows, by what is on its border, into it and out of what it
    /// stands in.
    fn after(&self, at: usize) -> Vec<usize> {
        let definition = self.definition;
        let (node, around) = (&definition.nodes[at], &definition.around[at]);
        let mut next: Vec<usize> =
            around.outgoing.iter().map(|flow| definition.target(*flow)).collect();
        next.extend(&around.boundary);
        next.extend(node.inside().and_then(|scope| definition.start_of(Some(&scope))));
        if matches!(node.kind, Kind::Start) {
            next.extend(definition.handlers(node.scope.as_deref()));
        }
        next
    }
}
