//! What is known where, and where an assigned value goes (10.4).

use serde_json::{Map, Value};

use crate::definition::Mapping;
use crate::effect::Effect;
use crate::position::{Instances, Scope};

use super::run::Run;

impl Run<'_> {
    /// What is known at a place beyond the case's own data, the inner hiding the outer.
    pub(super) fn known(&self, scope: u64, instance: Option<u32>) -> Map<String, Value> {
        let mut known = self.assigned.clone();
        for (scope, instance) in self.path(scope, instance).into_iter().rev() {
            known.extend(scope.vars.clone());
            if let Some(instances) = &scope.instances {
                counts(instances, &mut known);
                self.items(scope, instances, instance, &mut known);
            }
        }
        known
    }

    /// The scopes around a place, from inside out, each with the instance of it that is meant.
    fn path(&self, scope: u64, instance: Option<u32>) -> Vec<(&Scope, Option<u32>)> {
        let (mut path, mut at) = (Vec::new(), self.position.scope(scope).map(|it| (it, instance)));
        while let Some((scope, instance)) = at {
            path.push((scope, instance));
            let token = scope.token.and_then(|number| self.position.token(number));
            let around = token.map(|token| token.scope).or(scope.parent);
            at = around
                .and_then(|id| self.position.scope(id))
                .map(|it| (it, token.and_then(|token| token.instance)));
        }
        path
    }

    /// What was gathered so far, and what one instance is for.
    fn items(
        &self,
        scope: &Scope,
        of: &Instances,
        instance: Option<u32>,
        known: &mut Map<String, Value>,
    ) {
        let node = scope.node.as_deref().and_then(|id| self.definition.node(id));
        let Some(repeat) = node.and_then(|node| node.repeat.as_ref()) else { return };
        if let Some(Mapping { target, .. }) = &repeat.gather {
            known.insert(target.clone(), Value::Array(of.gathered.clone()));
        }
        let Some(instance) = instance else { return };
        known.insert("loopCounter".to_owned(), (instance + 1).into());
        let item = usize::try_from(instance).ok().and_then(|at| of.items.get(at));
        if let (Some(name), Some(item)) = (&repeat.item, item) {
            known.insert(name.clone(), item.clone());
        }
    }

    /// A called process writes into what it was handed; everything else is the case's.
    pub(super) fn assign(&mut self, scope: u64, name: &str, value: Value) {
        let path = self.path(scope, None);
        let owner = path.iter().find(|(scope, _)| scope.vars.contains_key(name));
        let owner = owner.map(|(scope, _)| scope.id);
        if let Some(scope) = owner.and_then(|id| self.position.scope_mut(id)) {
            scope.vars.insert(name.to_owned(), value);
            return;
        }
        self.assigned.insert(name.to_owned(), value.clone());
        self.effects.push(Effect::Assign { name: name.to_owned(), value });
    }
}

/// The numbers by which a completion condition is asked (table 10.30).
fn counts(of: &Instances, known: &mut Map<String, Value>) {
    let active = of.begun - of.done - of.removed;
    for (name, number) in [
        ("numberOfInstances", of.total),
        ("numberOfActiveInstances", active),
        ("numberOfCompletedInstances", of.done),
        ("numberOfTerminatedInstances", of.removed),
    ] {
        known.insert(name.to_owned(), number.into());
    }
}
