//! When every token rests: the case may be over, or stand where nothing can move it.

use crate::definition::Kind;
use crate::effect::{Effect, EndState, StuckKind};
use crate::position::{Rest, Token};

use super::run::Run;

impl Run<'_> {
    /// The process is over when no token is left. If only joins hold the tokens of a scope, nothing
    /// that comes from outside can ever move them, and somebody has to know.
    pub(super) fn settle(&mut self) {
        if self.position.over.is_some() {
            return;
        }
        if self.position.tokens.is_empty() {
            let node = self.last_end.take();
            return self.end(EndState::Completed, node);
        }
        let scopes: Vec<u64> = self.position.scopes.iter().map(|scope| scope.id).collect();
        for scope in scopes {
            self.tell_standstill(scope);
        }
    }

    /// It is told once, until something in the scope has moved.
    fn tell_standstill(&mut self, id: u64) {
        let tokens = || self.position.tokens.iter().filter(|token| token.scope == id);
        let stands = tokens().all(|token| token.rest == Rest::Join);
        let oldest = tokens().min_by_key(|token| token.number).filter(|_| stands).cloned();
        let inclusive = tokens().any(|token| self.is_inclusive(token));
        let Some(scope) = self.position.scope_mut(id) else { return };
        let is_known = std::mem::replace(&mut scope.stands_still, oldest.is_some());
        let Some(Token { number: token, node, .. }) = oldest.filter(|_| !is_known) else { return };
        let (kind, detail) = if inclusive {
            (StuckKind::OrJoinCycle, "joins wait for each other")
        } else {
            (StuckKind::Deadlock, "no other token can reach this join")
        };
        self.effects.push(Effect::Stuck { token, node, kind, detail: detail.to_owned() });
    }

    fn is_inclusive(&self, token: &Token) -> bool {
        self.definition.node(&token.node).is_some_and(|node| node.kind == Kind::Inclusive)
    }
}
