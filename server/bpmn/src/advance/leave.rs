//! A token leaves a node.

use crate::position::Rest;

use super::choose::choose;
use super::run::{Ready, Run};

impl Run<'_> {
    /// Send new tokens along the flows chosen; without any the token ends here.
    ///
    /// When no flow can be chosen the token stays, and what was done at the node stays done.
    pub(super) fn leave(&mut self, number: u64, scope: u32, at: usize) {
        match choose(self.definition, at, self.holds) {
            Ok(flows) => {
                self.left(at);
                if flows.is_empty() {
                    self.last_end = None;
                }
                for flow in flows {
                    self.send(scope, self.definition.target(flow), Some(flow));
                }
            }
            Err(obstacle) => {
                let ready = Ready { number, scope, node: at, flow: None };
                let token = self.token(&ready, Rest::Leaving, None);
                self.stick(token, obstacle.kind, obstacle.detail);
            }
        }
    }
}
