//! The scopes of a definition: the process, its sub-processes and the processes it calls.

use std::collections::HashMap;

use super::{Kind, Node, Unsound};

/// By the id of the scope; the process itself has none and stands under the empty one.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Scopes {
    starts: HashMap<String, usize>,
    /// The start events of the event sub-processes of each scope.
    handlers: HashMap<String, Vec<usize>>,
    /// The activities inside which each scope runs.
    around: HashMap<String, Vec<usize>>,
}

impl Scopes {
    pub(super) fn of(nodes: &[Node], index: &HashMap<String, usize>) -> Result<Self, Unsound> {
        let mut scopes = Self::default();
        for (at, node) in nodes.iter().enumerate() {
            if let Some(inside) = node.inside().filter(|_| node.kind.holds_scope()) {
                scopes.around.entry(inside).or_default().push(at);
            }
            match &node.kind {
                Kind::Start => scopes.begin(at, node)?,
                Kind::EventStart { .. } => {
                    scopes.begin(at, node)?;
                    let inside = node.scope.as_ref().and_then(|id| index.get(id));
                    let around = inside.map(|at| key(&nodes[*at])).ok_or(Unsound::Start)?;
                    scopes.handlers.entry(around).or_default().push(at);
                }
                _ => {}
            }
        }
        let inner = nodes.iter().filter_map(Node::inside);
        for scope in inner.chain([String::new()]) {
            if !scopes.starts.contains_key(&scope) {
                return Err(Unsound::Start);
            }
        }
        Ok(scopes)
    }

    fn begin(&mut self, at: usize, node: &Node) -> Result<(), Unsound> {
        match self.starts.insert(key(node), at) {
            None => Ok(()),
            Some(_) => Err(Unsound::Start),
        }
    }

    pub(super) fn start(&self, scope: Option<&str>) -> Option<usize> {
        self.starts.get(scope.unwrap_or_default()).copied()
    }

    pub(super) fn handlers(&self, scope: Option<&str>) -> &[usize] {
        self.handlers.get(scope.unwrap_or_default()).map_or(&[], Vec::as_slice)
    }

    /// The activities inside which a scope runs.
    pub(super) fn around(&self, scope: Option<&str>) -> &[usize] {
        self.around.get(scope.unwrap_or_default()).map_or(&[], Vec::as_slice)
    }
}

fn key(node: &Node) -> String {
    node.scope.clone().unwrap_or_default()
}
