//! Which timer ends a wait.

use super::{Definition, Event, Kind, Node};

impl Definition {
    /// The timer event that ends the waiting at a node if nothing else does: on its border, beside
    /// it behind the same event gateway, or the like of what it stands in.
    pub fn deadline(&self, id: &str) -> Option<&Node> {
        self.at(id).and_then(|at| self.ends_wait(at)).map(|timer| &self.nodes[timer])
    }

    fn ends_wait(&self, at: usize) -> Option<usize> {
        let (node, around) = (&self.nodes[at], &self.around[at]);
        let gateways = around.incoming.iter().filter_map(|flow| self.at(&self.flows[*flow].from));
        let gateways = gateways
            .chain([at])
            .filter(|gateway| self.nodes[*gateway].kind == Kind::EventGateway)
            .flat_map(|gateway| &self.around[gateway].outgoing)
            .map(|flow| self.target(*flow));
        let mut near = around
            .boundary
            .iter()
            .copied()
            .chain(gateways)
            .chain(self.handlers(node.scope.as_deref()).iter().copied());
        near.find(|timer| self.is_last_word(*timer))
            .or_else(|| self.callers(node).into_iter().find_map(|outer| self.ends_wait(outer)))
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

    /// The activities inside which a node stands.
    fn callers(&self, node: &Node) -> Vec<usize> {
        let Some(scope) = &node.scope else { return Vec::new() };
        let outer = self.nodes.iter().enumerate();
        let holds =
            |outer: &Node| outer.kind.holds_scope() && outer.inside().as_ref() == Some(scope);
        outer.filter(|(_, outer)| holds(outer)).map(|(at, _)| at).collect()
    }
}
