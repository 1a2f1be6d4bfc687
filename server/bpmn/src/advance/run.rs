//! One command's run: tokens move, oldest first, until every one rests.

use std::collections::VecDeque;

use crate::definition::{Definition, Node};
use crate::effect::{Effect, EndState, StuckKind};
use crate::position::{Over, Position, Rest, Token};

/// How many activations one command may cause; a loop without a wait state ends here.
const MOST_ACTIVATIONS: u32 = 10_000;

/// How many tokens one case may have; a loop that multiplies them ends here.
const MOST_TOKENS: usize = 1_000;

/// A token on its way into a node.
pub(super) struct Ready {
    pub(super) number: u64,
    pub(super) scope: u32,
    pub(super) node: usize,
    pub(super) flow: Option<usize>,
}

pub(super) struct Run<'a> {
    pub(super) definition: &'a Definition,
    pub(super) position: &'a mut Position,
    pub(super) holds: &'a dyn Fn(&str) -> Result<bool, String>,
    pub(super) effects: Vec<Effect>,
    pub(super) ready: VecDeque<Ready>,
    /// The end event that consumed the latest token to vanish.
    pub(super) last_end: Option<String>,
    activations: u32,
}

impl<'a> Run<'a> {
    pub(super) fn new(
        definition: &'a Definition,
        position: &'a mut Position,
        holds: &'a dyn Fn(&str) -> Result<bool, String>,
    ) -> Self {
        let (effects, ready) = (Vec::new(), VecDeque::new());
        Self { definition, position, holds, effects, ready, last_end: None, activations: 0 }
    }

    pub(super) fn run_to_quiescence(&mut self) {
        while let Some(ready) = self.ready.pop_front() {
            self.activations += 1;
            let tokens = self.position.tokens.len() + self.ready.len();
            if self.activations > MOST_ACTIVATIONS || tokens >= MOST_TOKENS {
                self.run_away(ready);
            } else {
                self.enter(&ready);
            }
        }
        self.settle();
    }

    /// Park every moving token where it was about to go, so that none is lost.
    fn run_away(&mut self, first: Ready) {
        let detail = format!("more than {MOST_ACTIVATIONS} activations or {MOST_TOKENS} tokens");
        let rest = std::mem::take(&mut self.ready);
        for ready in std::iter::once(first).chain(rest) {
            let flow = ready.flow.map(|flow| self.definition.flows[flow].id.clone());
            let token = self.token(&ready, Rest::Before, flow);
            self.stick(token, StuckKind::Runaway, detail.clone());
        }
    }

    /// The process is over when no token is left. If only joins hold tokens, nothing that comes
    /// from outside can ever move the case, and somebody has to know.
    fn settle(&mut self) {
        if self.position.over.is_some() {
            return;
        }
        if self.position.tokens.is_empty() {
            let node = self.last_end.take();
            self.end(EndState::Completed, node);
        } else if self.position.tokens.iter().all(|token| token.rest == Rest::Join) {
            let oldest = self.position.tokens.iter().min_by_key(|token| token.number).cloned();
            if let Some(Token { number: token, node, .. }) = oldest {
                let detail = String::from("no other token can reach this join");
                let kind = StuckKind::Deadlock;
                self.effects.push(Effect::Stuck { token, node, kind, detail });
            }
        }
    }

    pub(super) fn end(&mut self, state: EndState, node: Option<String>) {
        self.position.scopes.clear();
        self.position.over = Some(Over { state, node: node.clone() });
        self.effects.push(Effect::Ended { state, node });
    }

    /// Put a token that cannot move where it stays until a retry.
    pub(super) fn stick(&mut self, token: Token, kind: StuckKind, detail: String) {
        let node = token.node.clone();
        self.effects.push(Effect::Stuck { token: token.number, node, kind, detail });
        self.position.tokens.push(token);
    }

    pub(super) fn token(&self, ready: &Ready, rest: Rest, flow: Option<String>) -> Token {
        let node = self.node(ready.node).id.clone();
        Token { number: ready.number, scope: ready.scope, node, rest, flow, timers: Vec::new() }
    }

    /// Send a new token towards a node.
    pub(super) fn send(&mut self, scope: u32, node: usize, flow: Option<usize>) {
        let number = self.position.number();
        self.ready.push_back(Ready { number, scope, node, flow });
    }

    pub(super) fn node(&self, at: usize) -> &'a Node {
        &self.definition.nodes[at]
    }

    pub(super) fn entered(&mut self, at: usize) {
        self.effects.push(Effect::Entered { node: self.node(at).id.clone() });
    }

    pub(super) fn left(&mut self, at: usize) {
        self.effects.push(Effect::Left { node: self.node(at).id.clone() });
    }
}
