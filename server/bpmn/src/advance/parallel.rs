//! A token reaches a join.

use crate::definition::Kind;
use crate::position::{Rest, Token};

use super::run::{Ready, Run};

impl Run<'_> {
    /// A parallel join (13.4.1) needs a token on every incoming flow, takes the oldest of each, and
    /// keeps the rest for the next time. An inclusive one is asked when nothing moves any more.
    pub(super) fn arrive(&mut self, ready: &Ready) {
        let mut token = self.token(ready, Rest::Join);
        token.flow = ready.flow.map(|flow| self.definition.flows[flow].id.clone());
        self.position.tokens.push(token);
        if self.node(ready.node).kind != Kind::Parallel {
            return;
        }
        let waiting = self.waiting(ready.scope, ready.node);
        let complete: Option<Vec<u64>> = waiting.into_iter().collect();
        if let Some(complete) = complete {
            self.merge(ready, &complete);
        }
    }

    /// The oldest token that waits at a join, by incoming flow.
    pub(super) fn waiting(&self, scope: u64, join: usize) -> Vec<Option<u64>> {
        let oldest = |flow: &usize| {
            let flow = &self.definition.flows[*flow].id;
            let waits = |token: &&Token| {
                token.rest == Rest::Join
                    && token.scope == scope
                    && token.flow.as_ref() == Some(flow)
            };
            self.position.tokens.iter().filter(waits).map(|token| token.number).min()
        };
        self.definition.around[join].incoming.iter().map(oldest).collect()
    }

    /// Make one token of several.
    pub(super) fn merge(&mut self, ready: &Ready, taken: &[u64]) {
        self.position.tokens.retain(|token| !taken.contains(&token.number));
        self.entered(ready.node);
        self.passed(ready);
    }
}
