//! A token reaches a node.

use crate::definition::{Kind, Thrown};
use crate::effect::{Effect, EndState, StuckKind};
use crate::position::{PROCESS, Rest};

use super::run::{Obstacle, Ready, Run};

impl Run<'_> {
    pub(super) fn enter(&mut self, ready: &Ready) {
        let node = self.node(ready.node);
        if ready.flow.is_some() && self.definition.joins(ready.node) {
            return self.arrive(ready);
        }
        if node.repeat.is_some() && ready.instance.is_none() {
            return self.enter_instances(ready);
        }
        match &node.kind {
            Kind::UserTask => self.rest(ready, Rest::Task),
            Kind::ServiceTask => self.rest(ready, Rest::Service),
            Kind::SendTask if node.step.get("wait") == Some("delivered") => {
                self.rest(ready, Rest::Service);
            }
            Kind::ReceiveTask { .. } => self.rest(ready, Rest::Message),
            Kind::Catch(_) | Kind::EventGateway => self.rest(ready, Rest::Event),
            Kind::SubProcess | Kind::CallActivity { .. } => self.open(ready),
            Kind::Start | Kind::EventStart { .. } => self.begin_scope(ready),
            Kind::BusinessRuleTask { .. } | Kind::ScriptTask { .. } => self.compute(ready),
            Kind::SendTask | Kind::Throw(Thrown::Message(_)) => {
                self.entered(ready.node);
                self.effects.push(Effect::Send { node: node.id.clone(), token: None });
                self.passed(ready);
            }
            Kind::Throw(thrown) => self.throw_on(ready, thrown),
            Kind::End | Kind::Terminate | Kind::EndThrow(_) => self.enter_end(ready),
            Kind::Pass
            | Kind::Passage
            | Kind::Exclusive
            | Kind::Parallel
            | Kind::Inclusive
            | Kind::Boundary { .. }
            // No flow leads to an event sub-process.
            | Kind::EventSubProcess => {
                self.entered(ready.node);
                self.passed(ready);
            }
        }
    }

    /// What the node does takes no time.
    pub(super) fn passed(&mut self, ready: &Ready) {
        let token = self.token(ready, Rest::Leaving);
        self.done(&token, ready.node);
    }

    /// A decision table or an expression gives a variable its value.
    fn compute(&mut self, ready: &Ready) {
        let known = self.known(ready.scope, ready.instance);
        let (name, answer, kind) = match &self.node(ready.node).kind {
            Kind::BusinessRuleTask { decision, result } => {
                (result, self.facts.decide(decision, &known), StuckKind::Decision)
            }
            Kind::ScriptTask { expression, result } => {
                (result, self.facts.value(expression, &known), StuckKind::Expression)
            }
            _ => return,
        };
        match answer {
            Ok(value) => {
                self.entered(ready.node);
                self.assign(ready.scope, name, value);
                self.passed(ready);
            }
            Err(detail) => self.park(ready, Obstacle { kind, detail }),
        }
    }

    /// 13.5.6
    fn enter_end(&mut self, ready: &Ready) {
        let (at, scope) = (ready.node, ready.scope);
        let (id, kind) = (self.node(at).id.clone(), &self.node(at).kind);
        self.entered(at);
        if matches!(kind, Kind::EndThrow(Thrown::Message(_))) {
            self.effects.push(Effect::Send { node: id.clone(), token: None });
        }
        self.left(at);
        self.last_end = Some(id);
        match kind {
            Kind::Terminate if scope == PROCESS => {
                let node = self.last_end.take();
                self.cancel_inside(PROCESS);
                self.end(EndState::Completed, node);
            }
            Kind::Terminate => {
                self.cancel_inside(scope);
                self.close(scope);
            }
            Kind::EndThrow(Thrown::Error(code)) => self.throw_error(ready, code),
            Kind::EndThrow(thrown @ Thrown::Escalation(_)) => {
                if let Some(catcher) = self.catcher(scope, thrown) {
                    self.catch(&catcher);
                }
                self.close(scope);
            }
            _ => self.close(scope),
        }
    }
}
