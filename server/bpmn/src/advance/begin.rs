//! What a trigger does first, before tokens move.

use crate::effect::{EndState, NobodyWaits, Trigger};
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
            Trigger::Failed { token, code } => self.fail(*token, code),
            Trigger::Retry { token } => self.retry(*token),
            Trigger::Skip { token, flow } => self.skip(*token, flow.as_deref()),
            Trigger::Cancel => self.give_up(),
            Trigger::AddInstance { token, item } => self.add_instance(*token, item),
            Trigger::RemoveInstance { token } => self.remove_instance(*token),
        }
    }

    fn start(&mut self) -> Result<(), NobodyWaits> {
        if self.position.is_started() {
            return Err(NobodyWaits);
        }
        self.position.scopes.push(Scope { id: PROCESS, ..Scope::default() });
        self.send(PROCESS, self.definition.start, None);
        Ok(())
    }

    /// The activity at which `number` rests is done.
    pub(super) fn finish(&mut self, number: u64, rest: Rest) -> Result<(), NobodyWaits> {
        let (mut token, at) = self.take(number, &[rest])?;
        self.unlisten(&mut token);
        self.done(&token, at);
        Ok(())
    }

    fn retry(&mut self, number: u64) -> Result<(), NobodyWaits> {
        let (token, node) = self.take(number, &[Rest::Before, Rest::Leaving])?;
        if token.rest == Rest::Leaving {
            self.go_on(token, node);
            return Ok(());
        }
        let by = |id: String| self.definition.flows.iter().position(|flow| flow.id == id);
        let (flow, instance) = (token.flow.and_then(by), token.instance);
        self.ready.push_back(Ready { number, scope: token.scope, node, flow, instance });
        Ok(())
    }

    /// What was done at the node stays done; only the rest is tried again.
    fn go_on(&mut self, token: Token, at: usize) {
        let has_inside = |scope: &Scope| scope.token == Some(token.number);
        match self.position.scopes.iter().find(|scope| has_inside(scope)).map(|scope| scope.id) {
            Some(inside) => {
                self.position.tokens.push(Token { rest: Rest::Inside, ..token });
                self.close(inside);
            }
            None => self.done(&token, at),
        }
    }

    fn give_up(&mut self) -> Result<(), NobodyWaits> {
        if !self.position.is_started() || self.position.over.is_some() {
            return Err(NobodyWaits);
        }
        self.cancel_inside(PROCESS);
        self.end(EndState::Cancelled, None);
        Ok(())
    }

    /// The token and the place of its node, taken together or not at all.
    pub(super) fn take(
        &mut self,
        number: u64,
        rests: &[Rest],
    ) -> Result<(Token, usize), NobodyWaits> {
        let resting = self.position.token(number);
        let at = resting.and_then(|token| self.definition.at(&token.node)).ok_or(NobodyWaits)?;
        let token = self.position.take(number, rests).ok_or(NobodyWaits)?;
        Ok((token, at))
    }
}
