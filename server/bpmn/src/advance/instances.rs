//! Activities that are done several times (13.3.7).
//!
//! One token rests around all instances and carries what stands on the activity's border. The
//! instances are tokens at the same node, in a scope of their own.

use serde_json::Value;

use crate::definition::{Mapping, Over, Repeat};
use crate::effect::{NobodyWaits, StuckKind};
use crate::position::{Instances, Rest, Scope, Token};

use super::run::{Obstacle, Ready, Run};

/// More than any desk asks at once.
const MOST_INSTANCES: usize = 200;

impl Run<'_> {
    pub(super) fn enter_instances(&mut self, ready: &Ready) {
        let Some(repeat) = &self.node(ready.node).repeat else { return };
        let prepared =
            self.events_around(ready).and_then(|events| Ok((events, self.count(ready, repeat)?)));
        let (events, instances) = match prepared {
            Ok(prepared) => prepared,
            Err(obstacle) => return self.park(ready, obstacle),
        };
        let mut token = self.token(ready, Rest::Instances);
        if instances.total == 0 {
            self.hand_out(ready.scope, repeat, instances);
            return self.leave(&token, ready.node);
        }
        self.listen(&mut token, events);
        self.position.tokens.push(token);
        let begins = if repeat.sequential { 1 } else { instances.total };
        let scope = self.scope_in(ready.scope, ready.node);
        let id = scope.id;
        let (token, instances) = (Some(ready.number), Some(instances));
        self.position.scopes.push(Scope { token, instances, ..scope });
        (0..begins).for_each(|_| self.begin_instance(id, ready.node));
    }

    /// The list or number is asked once.
    fn count(&self, ready: &Ready, repeat: &Repeat) -> Result<Instances, Obstacle> {
        let known = self.known(ready.scope, None);
        let (expression, is_list) = match &repeat.over {
            Over::Count(expression) => (expression, false),
            Over::Each(expression) => (expression, true),
        };
        let obstacle = |detail: String| Obstacle { kind: StuckKind::Expression, detail };
        let value = self.facts.value(expression, &known).map_err(obstacle)?;
        let (total, items) = match value {
            Value::Array(items) if is_list => (items.len(), items),
            Value::Number(number) if !is_list => {
                let total = number.as_u64().and_then(|it| usize::try_from(it).ok());
                let is_no_count = || obstacle(format!("{number} is not a number of instances"));
                (total.ok_or_else(is_no_count)?, Vec::new())
            }
            other => return Err(obstacle(format!("{other} says not how often"))),
        };
        if total > MOST_INSTANCES {
            return Err(obstacle(format!("more than {MOST_INSTANCES} instances: {total}")));
        }
        let gathered = repeat.gather.as_ref().map_or(0, |_| total);
        let total = u32::try_from(total).unwrap_or(u32::MAX);
        let gathered = vec![Value::Null; gathered];
        Ok(Instances { total, items, gathered, ..Instances::default() })
    }

    fn begin_instance(&mut self, scope: u64, node: usize) {
        let number = self.position.number();
        let Some(instances) = self.instances(scope) else { return };
        let instance = Some(instances.begun);
        instances.begun += 1;
        self.ready.push_back(Ready { number, scope, node, flow: None, instance });
    }

    fn instances(&mut self, scope: u64) -> Option<&mut Instances> {
        self.position.scope_mut(scope).and_then(|scope| scope.instances.as_mut())
    }

    /// One instance is done: gather its result, then ask whether that is enough. Where one of these
    /// cannot be told, the instance stays until a retry.
    pub(super) fn instance_done(&mut self, token: &Token, at: usize, instance: u32) {
        let Some(repeat) = &self.node(at).repeat else { return };
        match self.conclude(token.scope, repeat, instance) {
            Ok(enough) => {
                self.left(at);
                self.next_instance(token.scope, at, enough);
            }
            Err(detail) => {
                let token = Token { rest: Rest::Leaving, flow: None, ..token.clone() };
                self.stick(token, Obstacle { kind: StuckKind::Expression, detail });
            }
        }
    }

    /// Count an instance as done; says whether that is enough.
    fn conclude(&mut self, scope: u64, repeat: &Repeat, instance: u32) -> Result<bool, String> {
        if let Some(Mapping { source, .. }) = &repeat.gather {
            let known = self.known(scope, Some(instance));
            let value = self.facts.value(source, &known)?;
            let place = usize::try_from(instance).unwrap_or(usize::MAX);
            let gathered = self.instances(scope).and_then(|it| it.gathered.get_mut(place));
            if let Some(place) = gathered {
                *place = value;
            }
        }
        self.count_done(scope, 1);
        let Some(condition) = &repeat.until else { return Ok(false) };
        let known = self.known(scope, Some(instance));
        self.facts.holds(condition, &known).inspect_err(|_| self.count_done(scope, -1))
    }

    fn count_done(&mut self, scope: u64, by: i32) {
        if let Some(instances) = self.instances(scope) {
            instances.done = instances.done.saturating_add_signed(by);
        }
    }

    /// After an instance has ended: the others are cancelled, the next begins, or all are done.
    fn next_instance(&mut self, scope: u64, at: usize, enough: bool) {
        let sequential = self.node(at).repeat.as_ref().is_some_and(|repeat| repeat.sequential);
        let Some(instances) = self.instances(scope) else { return };
        let (begun, ended) = (instances.begun, instances.done + instances.removed);
        if enough {
            self.cancel_inside(scope);
        } else if sequential && begun < instances.total {
            return self.begin_instance(scope, at);
        } else if ended < begun {
            return;
        }
        self.finish_instances(scope, at);
    }

    fn finish_instances(&mut self, scope: u64, at: usize) {
        let Some(scope) = self.remove_scope(scope) else { return };
        let (Some(number), Some(instances)) = (scope.token, scope.instances) else { return };
        let Ok((mut token, _)) = self.take(number, &[Rest::Instances]) else { return };
        self.unlisten(&mut token);
        if let Some(repeat) = &self.node(at).repeat {
            self.hand_out(token.scope, repeat, instances);
        }
        self.leave(&token, at);
    }

    fn hand_out(&mut self, scope: u64, repeat: &Repeat, instances: Instances) {
        if let Some(Mapping { target, .. }) = &repeat.gather {
            self.assign(scope, target, Value::Array(instances.gathered));
        }
    }

    /// One more, while the others are under way.
    pub(super) fn add_instance(&mut self, around: u64, item: &Value) -> Result<(), NobodyWaits> {
        let token = self.position.token(around).ok_or(NobodyWaits)?;
        let at = self.definition.at(&token.node).ok_or(NobodyWaits)?;
        let repeat = self.node(at).repeat.as_ref().ok_or(NobodyWaits)?;
        let hosted = |scope: &&mut Scope| scope.token == Some(around) && scope.instances.is_some();
        let scope = self.position.scopes.iter_mut().find(hosted).ok_or(NobodyWaits)?;
        let (id, instances) = (scope.id, scope.instances.as_mut().ok_or(NobodyWaits)?);
        if usize::try_from(instances.total).is_ok_and(|total| total >= MOST_INSTANCES) {
            return Err(NobodyWaits);
        }
        instances.total += 1;
        if matches!(repeat.over, Over::Each(_)) {
            instances.items.push(item.clone());
        }
        if repeat.gather.is_some() {
            instances.gathered.push(Value::Null);
        }
        if !repeat.sequential {
            self.begin_instance(id, at);
        }
        Ok(())
    }

    /// One less; when it was the last, the activity is done.
    pub(super) fn remove_instance(&mut self, number: u64) -> Result<(), NobodyWaits> {
        let token = self.position.token(number).ok_or(NobodyWaits)?;
        let (scope, is_one) = (token.scope, token.instance.is_some());
        let at = self.definition.at(&token.node).filter(|_| is_one).ok_or(NobodyWaits)?;
        self.interrupt(number);
        let instances = self.instances(scope).ok_or(NobodyWaits)?;
        instances.removed += 1;
        self.next_instance(scope, at, false);
        Ok(())
    }
}
