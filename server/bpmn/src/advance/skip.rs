//! Passing over what keeps a token stuck: somebody answers for what the process cannot tell.

use crate::definition::Kind;
use crate::effect::NobodyWaits;
use crate::position::{Rest, Token};

use super::run::Run;

impl Run<'_> {
    /// The node counts as done. Its token goes on by the flow that was chosen, or by those the node
    /// says. Where several tokens become one, and where the first event decides, there is nothing
    /// to pass over unless a flow is named.
    pub(super) fn skip(&mut self, number: u64, flow: Option<&str>) -> Result<(), NobodyWaits> {
        let stuck = [Rest::Before, Rest::Leaving];
        let token = self.position.token(number).filter(|token| stuck.contains(&token.rest));
        let token = token.ok_or(NobodyWaits)?;
        let at = self.definition.at(&token.node).ok_or(NobodyWaits)?;
        let flow = flow.map(|id| self.way_out(at, id)).transpose()?;
        let joins = token.rest == Rest::Before && self.definition.joins(at);
        let asks = self.node(at).kind == Kind::EventGateway || joins;
        if asks && flow.is_none() || token.instance.is_some() && flow.is_some() {
            return Err(NobodyWaits);
        }
        let (mut token, at) = self.take(number, &stuck)?;
        self.end_inside(number);
        self.unlisten(&mut token);
        self.go_past(&token, at, flow);
        Ok(())
    }

    fn way_out(&self, at: usize, id: &str) -> Result<usize, NobodyWaits> {
        let outgoing = self.definition.around[at].outgoing.iter().copied();
        outgoing.into_iter().find(|flow| self.definition.flows[*flow].id == id).ok_or(NobodyWaits)
    }

    /// What was to be handed out by a scope inside is given up with it.
    fn end_inside(&mut self, number: u64) {
        let inside = |scope: &&crate::position::Scope| scope.token == Some(number);
        let inside: Vec<u64> =
            self.position.scopes.iter().filter(inside).map(|scope| scope.id).collect();
        for scope in inside {
            self.remove_scope(scope);
        }
    }

    fn go_past(&mut self, token: &Token, at: usize, flow: Option<usize>) {
        // Of a repeated activity the instances are entered and left, not the whole.
        let counts = token.instance.is_some() || self.node(at).repeat.is_none();
        if token.rest == Rest::Before && counts {
            self.entered(at);
        }
        let Some(flow) = flow else {
            return self.done(&Token { rest: Rest::Leaving, flow: None, ..token.clone() }, at);
        };
        if counts {
            self.left(at);
        }
        self.send(token.scope, self.definition.target(flow), Some(flow));
    }
}
