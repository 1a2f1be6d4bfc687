//! Coming to rest, and the events that are listened for meanwhile (13.5.2, 13.5.3).

use serde_json::{Map, Value};

use crate::definition::Kind;
use crate::effect::{Effect, StuckKind};
use crate::position::{Armed, Rest, Token};
use crate::timer::Timer;

use super::run::{Obstacle, Ready, Run};

/// Events, each with what it waits for; a timer with its time told.
pub(super) type Events = Vec<(usize, Heard)>;

pub(super) enum Heard {
    Timer(Timer),
    Message(String),
}

impl Run<'_> {
    /// Wait here until something outside happens.
    pub(super) fn rest(&mut self, ready: &Ready, rest: Rest) {
        let events = match self.events_around(ready) {
            Ok(events) => events,
            Err(obstacle) => return self.park(ready, obstacle),
        };
        self.entered(ready.node);
        let mut token = self.token(ready, rest);
        self.open_wait(&token, ready.node);
        self.listen(&mut token, events);
        self.position.tokens.push(token);
    }

    fn open_wait(&mut self, token: &Token, at: usize) {
        let (number, node) = (token.number, token.node.clone());
        self.effects.push(match &self.node(at).kind {
            Kind::UserTask => Effect::OpenTask { token: number, node },
            Kind::ServiceTask => Effect::StartService { token: number, node },
            Kind::SendTask => Effect::Send { node, token: Some(number) },
            Kind::ReceiveTask { message } => {
                Effect::Subscribe { token: number, node, name: message.clone() }
            }
            // An event has no effect of its own but that it is listened for.
            _ => return,
        });
    }

    /// What is listened for while a token rests at a node: what stands on its border, the node
    /// itself, or what stands behind it. A border belongs to all instances together (13.5.3).
    pub(super) fn events_around(&self, ready: &Ready) -> Result<Events, Obstacle> {
        let around = &self.definition.around[ready.node];
        let behind = || around.outgoing.iter().map(|flow| self.definition.target(*flow)).collect();
        let nodes = match self.node(ready.node).kind {
            Kind::Catch(_) => vec![ready.node],
            Kind::EventGateway => behind(),
            _ if ready.instance.is_some() => return Ok(Vec::new()),
            _ => around.boundary.clone(),
        };
        self.heard(&nodes, ready.scope)
    }

    /// Ask for the times of timers, before anything is listened for.
    pub(super) fn heard(&self, nodes: &[usize], scope: u64) -> Result<Events, Obstacle> {
        let mut events = Vec::with_capacity(nodes.len());
        for node in nodes {
            let kind = &self.node(*node).kind;
            if let Some(timer) = kind.timer() {
                let known = || self.known(scope, None);
                events.push((*node, Heard::Timer(self.time(*node, timer, &known)?)));
            } else if let Some(message) = kind.message() {
                events.push((*node, Heard::Message(message.to_owned())));
            }
        }
        Ok(events)
    }

    fn time(
        &self,
        node: usize,
        timer: &Timer,
        known: &dyn Fn() -> Map<String, Value>,
    ) -> Result<Timer, Obstacle> {
        let Timer::Expression(expression) = timer else { return Ok(timer.clone()) };
        let told = match self.facts.value(expression, &known()) {
            Ok(Value::String(text)) => {
                Timer::read(&text).map_err(|fault| format!("{text:?}: {fault}"))
            }
            Ok(other) => Err(format!("{other} is not a time")),
            Err(fault) => Err(fault),
        };
        told.map_err(|fault| {
            let detail = format!("{}: {fault}", self.node(node).id);
            Obstacle { kind: StuckKind::Timer, detail }
        })
    }

    pub(super) fn listen(&mut self, token: &mut Token, events: Events) {
        let (timers, messages) = self.hear(token.number, events);
        token.timers = timers;
        token.messages = messages;
    }

    /// Say that events are listened for; `holder` is the number they are known by outside.
    pub(super) fn hear(&mut self, holder: u64, events: Events) -> (Vec<Armed>, Vec<String>) {
        let (mut timers, mut messages) = (Vec::new(), Vec::new());
        for (at, heard) in events {
            let node = self.node(at).id.clone();
            match heard {
                Heard::Timer(timer) => {
                    // An expression may give a repetition; how often is only known now.
                    let left = if self.once(at) { Some(1) } else { timer.firings() };
                    timers.push(Armed { node: node.clone(), left });
                    self.effects.push(Effect::ArmTimer { token: holder, node, timer });
                }
                Heard::Message(name) => {
                    messages.push(node.clone());
                    self.effects.push(Effect::Subscribe { token: holder, node, name });
                }
            }
        }
        (timers, messages)
    }

    /// Whether an event happens once at most, because what it does ends the listening.
    fn once(&self, at: usize) -> bool {
        match self.node(at).kind {
            Kind::Boundary { interrupting, .. } | Kind::EventStart { interrupting, .. } => {
                interrupting
            }
            _ => true,
        }
    }

    /// A repeating timer that fired goes on until its count is used up. An expression is asked
    /// anew; what cannot be told any more does not come again, and somebody has to know.
    pub(super) fn arm_again(&mut self, holder: u64, scope: u64, mut armed: Armed) -> Option<Armed> {
        armed.left = armed.left.map(|left| left.saturating_sub(1));
        if armed.left == Some(0) {
            return None;
        }
        let at = self.definition.at(&armed.node)?;
        let timer = self.node(at).kind.timer()?;
        let node = armed.node.clone();
        match self.time(at, timer, &|| self.known(scope, None)) {
            Ok(timer) => {
                self.effects.push(Effect::ArmTimer { token: holder, node, timer });
                Some(armed)
            }
            Err(Obstacle { kind, detail }) => {
                self.effects.push(Effect::Stuck { token: holder, node, kind, detail });
                None
            }
        }
    }

    pub(super) fn unlisten(&mut self, token: &mut Token) {
        let (timers, messages) =
            (std::mem::take(&mut token.timers), std::mem::take(&mut token.messages));
        self.unhear(token.number, timers, messages);
    }

    pub(super) fn unhear(&mut self, holder: u64, timers: Vec<Armed>, messages: Vec<String>) {
        for Armed { node, .. } in timers {
            self.effects.push(Effect::DisarmTimer { token: holder, node });
        }
        for node in messages {
            let kind = self.definition.node(&node).map(|node| &node.kind);
            if let Some(name) = kind.and_then(Kind::message) {
                self.effects.push(Effect::Unsubscribe { token: holder, name: name.to_owned() });
            }
        }
    }
}
