//! Sub-processes, called processes and event sub-processes (13.3.4, 13.5.4).

use serde_json::{Map, Value};

use crate::definition::{Kind, Mapping};
use crate::effect::{Effect, EndState, StuckKind};
use crate::position::{Over, PROCESS, Rest, Scope};

use super::run::{Obstacle, Ready, Run};

impl Run<'_> {
    /// A token enters an activity in which others run. It rests around them.
    pub(super) fn open(&mut self, ready: &Ready) {
        let prepared = self.events_around(ready).and_then(|events| {
            let known = self.known(ready.scope, ready.instance);
            Ok((events, self.mapped(self.inputs(ready.node), &known)?))
        });
        let (events, vars) = match prepared {
            Ok(prepared) => prepared,
            Err(obstacle) => return self.park(ready, obstacle),
        };
        self.entered(ready.node);
        let mut token = self.token(ready, Rest::Inside);
        self.listen(&mut token, events);
        self.position.tokens.push(token);
        let scope = self.scope_in(ready.scope, ready.node);
        let scope = Scope { token: Some(ready.number), vars, ..scope };
        self.begin_in(scope);
    }

    fn begin_in(&mut self, scope: Scope) {
        let inside = scope.node.as_deref().and_then(|id| self.definition.node(id)?.inside());
        let start = inside.and_then(|inside| self.definition.start_of(Some(&inside)));
        let id = scope.id;
        self.position.scopes.push(scope);
        if let Some(start) = start {
            self.send(id, start, None);
        }
    }

    /// Scopes and tokens are numbered together, so that no number comes twice.
    pub(super) fn scope_in(&mut self, parent: u64, node: usize) -> Scope {
        let (id, node) = (self.position.number(), self.node(node).id.clone());
        Scope { id, parent: Some(parent), node: Some(node), ..Scope::default() }
    }

    fn inputs(&self, node: usize) -> &[Mapping] {
        match &self.node(node).kind {
            Kind::CallActivity { inputs, .. } => inputs,
            _ => &[],
        }
    }

    /// A start event: from now on the scope's event sub-processes are listened for.
    pub(super) fn begin_scope(&mut self, ready: &Ready) {
        let handlers = self.position.scope(ready.scope).map_or(&[][..], |it| self.handlers(it));
        let events = match self.heard(handlers, ready.scope) {
            Ok(events) => events,
            Err(obstacle) => return self.park(ready, obstacle),
        };
        self.entered(ready.node);
        let holder = self.position.scope(ready.scope).map_or(0, Scope::holder);
        let (timers, messages) = self.hear(holder, events);
        if let Some(scope) = self.position.scope_mut(ready.scope) {
            scope.timers = timers;
            scope.messages = messages;
        }
        self.passed(ready);
    }

    /// The event sub-processes of a scope that runs, by their start events.
    pub(super) fn handlers(&self, scope: &Scope) -> &[usize] {
        let node = scope.node.as_deref().and_then(|id| self.definition.node(id));
        self.definition.handlers(node.and_then(crate::definition::Node::inside).as_deref())
    }

    /// An event sub-process begins. One that interrupts ends everything else in its scope, which
    /// then lasts as long as the event sub-process does.
    pub(super) fn begin_handler(&mut self, scope: u64, start: usize) {
        let Some(around) = self.node(start).scope.as_deref().and_then(|id| self.definition.at(id))
        else {
            return;
        };
        if let Kind::EventStart { interrupting: true, .. } = self.node(start).kind {
            self.cancel_inside(scope);
            self.unlisten_scope(scope);
            if let Some(scope) = self.position.scope_mut(scope) {
                scope.interrupted = true;
            }
        }
        self.entered(around);
        let inside = self.scope_in(scope, around);
        self.begin_in(inside);
    }

    fn unlisten_scope(&mut self, id: u64) {
        let Some(scope) = self.position.scope_mut(id) else { return };
        let (timers, messages) =
            (std::mem::take(&mut scope.timers), std::mem::take(&mut scope.messages));
        let holder = scope.holder();
        self.unhear(holder, timers, messages);
    }

    /// Take a scope off, with what it listens for.
    pub(super) fn remove_scope(&mut self, id: u64) -> Option<Scope> {
        self.unlisten_scope(id);
        let at = self.position.scopes.iter().position(|scope| scope.id == id)?;
        Some(self.position.scopes.remove(at))
    }

    /// A scope without a token and without a scope inside is complete; the process itself ends when
    /// everything has come to rest.
    pub(super) fn close(&mut self, id: u64) {
        let is_empty = !self.ready.iter().any(|ready| ready.scope == id)
            && !self.position.tokens.iter().any(|token| token.scope == id)
            && self.position.inside(id).next().is_none();
        let Some(scope) = self.position.scope(id).filter(|_| is_empty && id != PROCESS) else {
            return;
        };
        match (scope.token, scope.parent) {
            (Some(number), _) => self.close_activity(id, number),
            (None, parent) => {
                let done = self.remove_scope(id).and_then(|scope| scope.node);
                if let Some(at) = done.and_then(|node| self.definition.at(&node)) {
                    self.left(at);
                }
                if let Some(parent) = parent {
                    self.close(parent);
                }
            }
        }
    }

    /// What ran inside an activity is complete: hand out the results and go on.
    fn close_activity(&mut self, id: u64, number: u64) {
        let known = self.known(id, None);
        let Ok((mut token, at)) = self.take(number, &[Rest::Inside]) else { return };
        let outputs = match &self.node(at).kind {
            Kind::CallActivity { outputs, .. } => outputs.as_slice(),
            _ => &[],
        };
        match self.mapped(outputs, &known) {
            Ok(values) => {
                self.remove_scope(id);
                for (name, value) in values {
                    self.assign(token.scope, &name, value);
                }
                self.unlisten(&mut token);
                self.done(&token, at);
            }
            Err(obstacle) => {
                token.rest = Rest::Leaving;
                self.stick(token, obstacle);
            }
        }
    }

    fn mapped(
        &self,
        mappings: &[Mapping],
        known: &Map<String, Value>,
    ) -> Result<Map<String, Value>, Obstacle> {
        let mut values = Map::new();
        for Mapping { source, target } in mappings {
            let value = self.facts.value(source, known).map_err(|fault| {
                let detail = format!("{target}: {fault}");
                Obstacle { kind: StuckKind::Expression, detail }
            })?;
            values.insert(target.clone(), value);
        }
        Ok(values)
    }

    pub(super) fn end(&mut self, state: EndState, node: Option<String>) {
        self.unlisten_scope(PROCESS);
        self.position.scopes.clear();
        self.position.over = Some(Over { state, node: node.clone() });
        self.effects.push(Effect::Ended { state, node });
    }
}
