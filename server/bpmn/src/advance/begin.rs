//! What a trigger does first, before tokens move.

use crate::definition::Kind;
use crate::effect::{Effect, EndState, NobodyWaits, Trigger};
use crate::position::{PROCESS, Rest, Scope, Token};

use super::run::{Ready, Run};

impl Run<'_> {
    /// Find who waits for the trigger and set its token going.
    pub(super) fn begin(&mut self, trigger: &Trigger) -> Result<(), NobodyWaits> {
        match trigger {
            Trigger::Start => self.start(),
            Trigger::Complete { token } => self.finish(*token, Rest::Task),
            Trigger::JobDone { token } => self.finish(*token, Rest::Service),
            Trigger::Message { name } => self.receive(name),
            Trigger::Timer { token, node } => self.fire(*token, node),
            Trigger::Retry { token } => self.retry(*token),
            Trigger::Cancel => self.give_up(),
        }
    }

    fn start(&mut self) -> Result<(), NobodyWaits> {
        if self.position.is_started() {
            return Err(NobodyWaits);
        }
        self.position.scopes.push(Scope { id: PROCESS, parent: None, node: None });
        self.send(PROCESS, self.definition.start, None);
        Ok(())
    }

    /// The activity at which `number` rests is done.
    fn finish(&mut self, number: u64, rest: Rest) -> Result<(), NobodyWaits> {
        let (mut token, at) = self.take(number, &[rest])?;
        self.disarm(&mut token);
        self.leave(token.number, token.scope, at);
        Ok(())
    }

    fn receive(&mut self, name: &str) -> Result<(), NobodyWaits> {
        let oldest = self.position.tokens.iter().filter(|token| self.awaits(token, name));
        let number = oldest.map(|token| token.number).min().ok_or(NobodyWaits)?;
        self.effects.push(Effect::Unsubscribe { token: number, name: name.to_owned() });
        self.finish(number, Rest::Message)
    }

    fn awaits(&self, token: &Token, name: &str) -> bool {
        let kind = self.definition.node(&token.node).map(|node| &node.kind);
        token.rest == Rest::Message
            && matches!(kind, Some(Kind::ReceiveTask { message }) if message == name)
    }

    fn retry(&mut self, number: u64) -> Result<(), NobodyWaits> {
        let (token, node) = self.take(number, &[Rest::Before, Rest::Leaving])?;
        if token.rest == Rest::Leaving {
            self.leave(token.number, token.scope, node);
            return Ok(());
        }
        let flow =
            token.flow.and_then(|id| self.definition.flows.iter().position(|flow| flow.id == id));
        self.ready.push_back(Ready { number, scope: token.scope, node, flow });
        Ok(())
    }

    fn give_up(&mut self) -> Result<(), NobodyWaits> {
        if !self.position.is_started() || self.position.over.is_some() {
            return Err(NobodyWaits);
        }
        self.cancel_all();
        self.end(EndState::Cancelled, None);
        Ok(())
    }

    /// A boundary timer is due.
    fn fire(&mut self, number: u64, boundary: &str) -> Result<(), NobodyWaits> {
        let at = self.definition.at(boundary).ok_or(NobodyWaits)?;
        let Kind::BoundaryTimer { interrupting, .. } = self.node(at).kind else {
            return Err(NobodyWaits);
        };
        let resting = self.position.tokens.iter_mut().find(|token| token.number == number);
        let token = resting.ok_or(NobodyWaits)?;
        self.definition.at(&token.node).ok_or(NobodyWaits)?;
        let timer = token.timers.iter().position(|armed| armed.node == boundary);
        let armed = token.timers.remove(timer.ok_or(NobodyWaits)?);
        let scope = token.scope;
        if interrupting {
            self.interrupt(number)?;
        } else {
            self.arm_again(number, armed);
        }
        self.send(scope, at, None);
        Ok(())
    }

    /// The token and the place of its node, taken together or not at all.
    pub(super) fn take(
        &mut self,
        number: u64,
        rests: &[Rest],
    ) -> Result<(Token, usize), NobodyWaits> {
        let resting = self.position.tokens.iter().find(|token| token.number == number);
        let at = resting.and_then(|token| self.definition.at(&token.node)).ok_or(NobodyWaits)?;
        let token = self.position.take(number, rests).ok_or(NobodyWaits)?;
        Ok((token, at))
    }
}
