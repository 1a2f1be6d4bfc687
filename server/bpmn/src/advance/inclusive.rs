//! The inclusive join (13.4.3, as OMG issue BPMN2-289 settled it).
//!
//! It fires when some incoming flow has a token, and no token of its scope can still reach an empty
//! incoming flow without passing the join, unless that same token can also reach, so, an incoming
//! flow that has one already.

use crate::definition::Kind;
use crate::position::{Rest, Token};

use super::run::{Ready, Run};

impl Run<'_> {
    /// Let the first inclusive join fire that can, longest waiting first; false when none can.
    pub(super) fn fire_inclusive(&mut self) -> bool {
        let mut waiting: Vec<(u64, u64, usize)> =
            self.position.tokens.iter().filter_map(|token| self.at_inclusive(token)).collect();
        waiting.sort_unstable();
        let Some((number, scope, join)) =
            waiting.into_iter().find(|(_, scope, join)| self.can_fire(*scope, *join))
        else {
            return false;
        };
        let taken: Vec<u64> = self.waiting(scope, join).into_iter().flatten().collect();
        let ready = Ready { number, scope, node: join, flow: None, instance: None };
        self.merge(&ready, &taken);
        true
    }

    fn at_inclusive(&self, token: &Token) -> Option<(u64, u64, usize)> {
        let at = self.definition.at(&token.node)?;
        let is_it = token.rest == Rest::Join && self.node(at).kind == Kind::Inclusive;
        is_it.then_some((token.number, token.scope, at))
    }

    fn can_fire(&self, scope: u64, join: usize) -> bool {
        let has_token: Vec<bool> = self.waiting(scope, join).iter().map(Option::is_some).collect();
        let others = self.position.tokens.iter().filter(|token| token.scope == scope);
        !others.into_iter().any(|token| self.blocks(token, join, &has_token))
    }

    /// Whether the join has to wait for this token.
    fn blocks(&self, token: &Token, join: usize, has_token: &[bool]) -> bool {
        let Some(at) = self.definition.at(&token.node) else { return false };
        if at == join {
            return self.is_about_to_arrive(token, join, has_token);
        }
        self.definition.blocks(join, at, has_token)
    }

    /// A token that was stopped right before the join, on a flow that has none yet.
    fn is_about_to_arrive(&self, token: &Token, join: usize, has_token: &[bool]) -> bool {
        let incoming = self.definition.around[join].incoming.iter();
        let is_its = |flow: &usize| Some(&self.definition.flows[*flow].id) == token.flow.as_ref();
        token.rest == Rest::Before
            && incoming.zip(has_token).any(|(flow, has)| is_its(flow) && !has)
    }
}
