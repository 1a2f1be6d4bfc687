//! Which timer ends a wait.

use std::collections::{HashSet, VecDeque};

use super::{Definition, Event, Kind, Node};

impl Definition {
    /// The timer event that ends the waiting at a node if nothing else does: on its border, beside
    /// it behind the same event gateway, or the like of what it stands in.
    pub fn deadline(&self, id: &str) -> Option<&Node> {
        let (mut seen, mut open) = (HashSet::new(), VecDeque::from([self.at(id)?]));
        while let Some(at) = open.pop_front() {
            if let Some(timer) = self.ends_wait(at) {
                return Some(&self.nodes[timer]);
            }
            let scope = self.nodes[at].scope.as_deref();
            if seen.insert(scope) {
                open.extend(self.scopes.around(scope));
            }
        }
        None
    }

    fn ends_wait(&self, at: usize) -> Option<usize> {
        let (node, around) = (&self.nodes[at], &self.around[at]);
        let before = around.incoming.iter().filter_map(|flow| self.at(&self.flows[*flow].from));
        let beside = before
            .chain([at])
            .filter(|gateway| self.nodes[*gateway].kind == Kind::EventGateway)
            .flat_map(|gateway| &self.around[gateway].outgoing)
            .map(|flow| self.target(*flow));
        let handlers = self.handlers(node.scope.as_deref()).iter().copied();
        let mut near = around.boundary.iter().copied().chain(beside).chain(handlers);
        near.find(|timer| self.is_last_word(*timer))
    }

    fn is_last_word(&self, event: usize) -> bool {
        match &self.nodes[event].kind {
            Kind::Boundary { interrupting, event, .. }
            | Kind::EventStart { interrupting, event } => {
                *interrupting && matches!(event, Event::Timer(_))
            }
            Kind::Catch(event) => matches!(event, Event::Timer(_)),
            _ => false,
        }
    }
}
