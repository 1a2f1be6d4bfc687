//! A timer or a message that is waited for has come (13.5.2–13.5.4).

use crate::definition::Kind;
use crate::effect::{Effect, NobodyWaits};
use crate::position::{Armed, Rest, Token};

use super::run::Run;

/// Who waits for a message; the first is served first.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Receiver {
    /// A receive task.
    Task(u64),
    /// A token that does nothing but wait for an event.
    Event(u64, usize),
    /// An activity, by an event on its border.
    Border(u64, usize),
    /// A scope, by an event sub-process.
    Scope(u64, usize),
}

impl Run<'_> {
    /// A message goes to whoever waits for it and nothing else, the longest waiting first; then to
    /// borders; then to event sub-processes, the inner ones first.
    pub(super) fn receive(&mut self, name: &str) -> Result<(), NobodyWaits> {
        match self.receiver(name).ok_or(NobodyWaits)? {
            Receiver::Task(number) => {
                self.effects.push(Effect::Unsubscribe { token: number, name: name.to_owned() });
                self.finish(number, Rest::Message)
            }
            Receiver::Event(number, at) => self.happen(number, at),
            Receiver::Border(number, at) => self.cross_border(number, at),
            Receiver::Scope(scope, at) => {
                self.begin_handler(scope, at);
                Ok(())
            }
        }
    }

    fn receiver(&self, name: &str) -> Option<Receiver> {
        let waits = |id: &str| {
            let at = self.definition.at(id)?;
            (self.node(at).kind.message() == Some(name)).then_some(at)
        };
        let by_token = |token: &Token| {
            let listens = token.messages.iter().find_map(|id| waits(id));
            match (token.rest, listens) {
                (Rest::Message, _) if waits(&token.node).is_some() => {
                    Some(Receiver::Task(token.number))
                }
                (Rest::Event, Some(at)) => Some(Receiver::Event(token.number, at)),
                (_, at) => Some(Receiver::Border(token.number, at?)),
            }
        };
        let tokens = self.position.tokens.iter().filter_map(by_token);
        let waiting = tokens.min_by_key(|receiver| match receiver {
            Receiver::Task(number) | Receiver::Event(number, _) => (false, *number),
            Receiver::Border(number, _) => (true, *number),
            Receiver::Scope(..) => (true, u64::MAX),
        });
        waiting.or_else(|| {
            let listens = |id: &String| waits(id);
            self.position.scopes.iter().rev().find_map(|scope| {
                let at = scope.messages.iter().find_map(listens)?;
                Some(Receiver::Scope(scope.id, at))
            })
        })
    }

    /// A timer is due.
    pub(super) fn fire(&mut self, holder: u64, event: &str) -> Result<(), NobodyWaits> {
        let at = self.definition.at(event).ok_or(NobodyWaits)?;
        if let Some(armed) =
            self.position.token_mut(holder).and_then(|it| due(&mut it.timers, event))
        {
            return self.fire_at_token(holder, at, armed);
        }
        let mut scopes = self.position.scopes.iter_mut().filter(|it| it.holder() == holder);
        let (scope, armed) = scopes
            .find_map(|scope| Some((scope.id, due(&mut scope.timers, event)?)))
            .ok_or(NobodyWaits)?;
        let again = self.arm_again(holder, scope, armed);
        if let Some(scope) = self.position.scope_mut(scope) {
            scope.timers.extend(again);
        }
        self.begin_handler(scope, at);
        Ok(())
    }

    fn fire_at_token(
        &mut self,
        number: u64,
        event: usize,
        armed: Armed,
    ) -> Result<(), NobodyWaits> {
        let token = self.position.token(number).ok_or(NobodyWaits)?;
        if token.rest == Rest::Event {
            return self.happen(number, event);
        }
        let again = self.arm_again(number, token.scope, armed);
        if let Some(token) = self.position.token_mut(number) {
            token.timers.extend(again);
        }
        self.cross_border(number, event)
    }

    /// A token that rests at an event, or at the gateway before several, goes on (13.4.4).
    fn happen(&mut self, number: u64, event: usize) -> Result<(), NobodyWaits> {
        let (mut token, at) = self.take(number, &[Rest::Event])?;
        self.unlisten(&mut token);
        if at != event {
            self.left(at);
            self.entered(event);
            token.node.clone_from(&self.node(event).id);
        }
        self.done(&token, event);
        Ok(())
    }

    /// An event on the border of an activity happened.
    pub(super) fn cross_border(&mut self, number: u64, event: usize) -> Result<(), NobodyWaits> {
        let scope = self.position.token(number).ok_or(NobodyWaits)?.scope;
        if let Kind::Boundary { interrupting: true, .. } = self.node(event).kind {
            self.interrupt(number);
        }
        self.send(scope, event, None);
        Ok(())
    }
}

/// Take a timer out of those that run.
fn due(timers: &mut Vec<Armed>, event: &str) -> Option<Armed> {
    let at = timers.iter().position(|armed| armed.node == event)?;
    Some(timers.remove(at))
}
