//! A token leaves a node (13.3.1, 13.3.2).

use crate::position::{Rest, Token};

use super::choose::choose;
use super::run::Run;

impl Run<'_> {
    /// What was to be done at a node is done. The token is off the board.
    pub(super) fn done(&mut self, token: &Token, at: usize) {
        match token.instance {
            Some(instance) => self.instance_done(token, at, instance),
            None => self.leave(token, at),
        }
    }

    /// Send new tokens along the flows chosen; without any the token ends here.
    ///
    /// When no flow can be chosen the token stays, and what was done at the node stays done.
    pub(super) fn leave(&mut self, token: &Token, at: usize) {
        let holds = |condition: &str| {
            let known = self.known(token.scope, None);
            self.facts.holds(condition, &known)
        };
        match choose(self.definition, at, &holds) {
            Ok(flows) => {
                // Of a repeated activity the instances have been left, each by itself.
                if self.node(at).repeat.is_none() {
                    self.left(at);
                }
                if flows.is_empty() {
                    self.last_end = None;
                    self.close(token.scope);
                }
                for flow in flows {
                    self.send(token.scope, self.definition.target(flow), Some(flow));
                }
            }
            Err(obstacle) => {
                let token = Token { rest: Rest::Leaving, flow: None, ..token.clone() };
                self.stick(token, obstacle);
            }
        }
    }
}
