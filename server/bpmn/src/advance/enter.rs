//! A token reaches a node.

use crate::definition::Kind;
use crate::effect::{Effect, EndState};
use crate::position::{Rest, Token};

use super::run::{Ready, Run};

impl Run<'_> {
    pub(super) fn enter(&mut self, ready: &Ready) {
        let at = ready.node;
        let is_join = self.node(at).kind == Kind::Parallel
            && self.definition.around[at].incoming.len() > 1
            && ready.flow.is_some();
        if is_join {
            self.arrive(ready);
            return;
        }
        self.entered(at);
        match &self.node(at).kind {
            Kind::UserTask => self.rest(ready, Rest::Task),
            Kind::ServiceTask => self.rest(ready, Rest::Service),
            Kind::ReceiveTask { .. } => self.rest(ready, Rest::Message),
            Kind::End => {
                self.left(at);
                self.last_end = Some(self.node(at).id.clone());
            }
            Kind::Terminate => self.terminate(at),
            Kind::SendTask => {
                self.effects.push(Effect::Send { node: self.node(at).id.clone() });
                self.leave(ready.number, ready.scope, at);
            }
            Kind::Start
            | Kind::Pass
            | Kind::Exclusive
            | Kind::Parallel
            | Kind::BoundaryTimer { .. } => self.leave(ready.number, ready.scope, at),
        }
    }

    /// Wait here until something outside happens.
    fn rest(&mut self, ready: &Ready, rest: Rest) {
        let mut token = self.token(ready, rest, None);
        let (number, node) = (token.number, token.node.clone());
        self.effects.push(match &self.node(ready.node).kind {
            Kind::ServiceTask => Effect::StartService { token: number, node },
            Kind::ReceiveTask { message } => {
                Effect::Subscribe { token: number, node, name: message.clone() }
            }
            _ => Effect::OpenTask { token: number, node },
        });
        self.arm(&mut token, ready.node);
        self.position.tokens.push(token);
    }

    fn terminate(&mut self, at: usize) {
        self.left(at);
        self.cancel_all();
        self.end(EndState::Completed, Some(self.node(at).id.clone()));
    }

    /// A parallel join needs a token on every incoming flow, takes the oldest of each, and keeps
    /// the rest for the next time.
    fn arrive(&mut self, ready: &Ready) {
        let flow = ready.flow.map(|flow| self.definition.flows[flow].id.clone());
        let token = self.token(ready, Rest::Join, flow);
        self.position.tokens.push(token);
        let Some(complete) = self.complete_set(ready) else { return };
        self.position.tokens.retain(|token| !complete.contains(&token.number));
        self.entered(ready.node);
        self.leave(ready.number, ready.scope, ready.node);
    }

    /// The oldest waiting token of each incoming flow, if each has one.
    fn complete_set(&self, ready: &Ready) -> Option<Vec<u64>> {
        let definition = self.definition;
        let oldest = |flow: &usize| {
            let flow = &definition.flows[*flow].id;
            let waits = |token: &&Token| {
                token.rest == Rest::Join
                    && token.scope == ready.scope
                    && token.flow.as_ref() == Some(flow)
            };
            self.position.tokens.iter().filter(waits).map(|token| token.number).min()
        };
        definition.around[ready.node].incoming.iter().map(oldest).collect()
    }
}
