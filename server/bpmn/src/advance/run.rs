//! One command's run: tokens move, oldest first, until every one rests.

use std::collections::VecDeque;

use serde_json::{Map, Value};

use crate::definition::{Definition, Node};
use crate::effect::{Effect, StuckKind};
use crate::facts::Facts;
use crate::position::{Position, Rest, Token};

/// How many activations one command may cause; a loop without a wait state ends here.
const MOST_ACTIVATIONS: u32 = 10_000;

/// How many tokens one case may have; a loop that multiplies them ends here.
const MOST_TOKENS: usize = 1_000;

/// A token on its way into a node.
#[derive(Clone, Copy)]
pub(super) struct Ready {
    pub(super) number: u64,
    pub(super) scope: u64,
    pub(super) node: usize,
    pub(super) flow: Option<usize>,
    /// Which instance of a repeated activity it is to become.
    pub(super) instance: Option<u32>,
}

/// Why a token cannot go on.
pub(super) struct Obstacle {
    pub(super) kind: StuckKind,
    pub(super) detail: String,
}

pub(super) struct Run<'a> {
    pub(super) definition: &'a Definition,
    pub(super) position: &'a mut Position,
    pub(super) facts: &'a dyn Facts,
    pub(super) effects: Vec<Effect>,
    pub(super) ready: VecDeque<Ready>,
    /// What was assigned in this command, which the case's data do not hold yet.
    pub(super) assigned: Map<String, Value>,
    /// The end event that consumed the latest token to vanish.
    pub(super) last_end: Option<String>,
    activations: u32,
}

impl<'a> Run<'a> {
    pub(super) fn new(
        definition: &'a Definition,
        position: &'a mut Position,
        facts: &'a dyn Facts,
    ) -> Self {
        Self {
            definition,
            position,
            facts,
            effects: Vec::new(),
            ready: VecDeque::new(),
            assigned: Map::new(),
            last_end: None,
            activations: 0,
        }
    }

    /// Inclusive joins are asked again whenever nothing else moves: what they wait for may have
    /// gone another way, or have been taken away.
    pub(super) fn run_to_quiescence(&mut self) {
        loop {
            while let Some(ready) = self.ready.pop_front() {
                self.activations += 1;
                let tokens = self.position.tokens.len() + self.ready.len();
                if self.activations > MOST_ACTIVATIONS || tokens >= MOST_TOKENS {
                    self.run_away(ready);
                } else {
                    self.enter(&ready);
                }
            }
            if !self.fire_inclusive() {
                break;
            }
        }
        self.settle();
    }

    /// Park every moving token where it was about to go, so that none is lost.
    fn run_away(&mut self, first: Ready) {
        let detail = format!("more than {MOST_ACTIVATIONS} activations or {MOST_TOKENS} tokens");
        let rest = std::mem::take(&mut self.ready);
        for ready in std::iter::once(first).chain(rest) {
            self.park(&ready, Obstacle { kind: StuckKind::Runaway, detail: detail.clone() });
        }
    }

    /// Leave a token before the node that it cannot enter.
    pub(super) fn park(&mut self, ready: &Ready, obstacle: Obstacle) {
        let mut token = self.token(ready, Rest::Before);
        token.flow = ready.flow.map(|flow| self.definition.flows[flow].id.clone());
        self.stick(token, obstacle);
    }

    /// Put a token that cannot move where it stays until a retry.
    pub(super) fn stick(&mut self, token: Token, Obstacle { kind, detail }: Obstacle) {
        let node = token.node.clone();
        self.effects.push(Effect::Stuck { token: token.number, node, kind, detail });
        self.position.tokens.push(token);
    }

    pub(super) fn token(&self, ready: &Ready, rest: Rest) -> Token {
        Token {
            number: ready.number,
            scope: ready.scope,
            node: self.node(ready.node).id.clone(),
            rest,
            flow: None,
            timers: Vec::new(),
            messages: Vec::new(),
            instance: ready.instance,
        }
    }

    /// Send a new token towards a node.
    pub(super) fn send(&mut self, scope: u64, node: usize, flow: Option<usize>) {
        let number = self.position.number();
        self.ready.push_back(Ready { number, scope, node, flow, instance: None });
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
