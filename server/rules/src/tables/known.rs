//! What is known while a decision is made: facts, answers of other decisions, the value tested.

use std::collections::BTreeMap;

use serde_json::{Map, Value as Json};

use crate::cost::Budget;
use crate::feel::{self, Context, Value};
use crate::guard::Survey;
use crate::{Problem, facts};

/// The name of the value that a cell tests (DMN 1.5, 7.3.4).
pub(super) const TESTED: &str = "?";

/// A value with what copying it costs.
struct Weighed {
    value: Value,
    bytes: usize,
    /// The length of the longest list in it.
    longest: usize,
}

#[derive(Default)]
pub(super) struct Known {
    values: BTreeMap<String, Weighed>,
    /// What this decision has cost so far.
    budget: Budget,
}

impl Known {
    /// Of `facts`, those that `wanted` names.
    pub(super) fn read<'a>(
        facts: &Map<String, Json>,
        wanted: impl Iterator<Item = &'a str>,
    ) -> Result<Self, Problem> {
        let wanted: Vec<String> = wanted.map(str::to_owned).collect();
        let mut known = Self::default();
        let read = facts::read(facts, &wanted)?;
        for (name, value) in read.context.iter() {
            known.set(name.as_str(), value.clone());
        }
        Ok(known)
    }

    pub(super) fn set(&mut self, name: &str, value: Value) {
        let (bytes, longest) = weigh(&value);
        self.values.insert(name.to_owned(), Weighed { value, bytes, longest });
    }

    pub(super) fn get(&self, name: &str) -> Option<&Value> {
        self.values.get(name).map(|weighed| &weighed.value)
    }

    pub(super) fn remove(&mut self, name: &str) {
        self.values.remove(name);
    }

    /// What an expression mentions, if the whole decision can still afford it.
    pub(super) fn context(&mut self, survey: &Survey) -> Result<Context, Problem> {
        let mut context = Context::new();
        let (mut bytes, mut longest) = (0, survey.longest);
        for name in &survey.mentions {
            if let Some(known) = self.values.get(name) {
                bytes += known.bytes;
                longest = longest.max(known.longest);
                context.set_entry(&feel::name(name), known.value.clone());
            }
        }
        self.budget.spend(survey, bytes, longest)?;
        Ok(context)
    }
}

/// Roughly how many bytes a value takes, and the length of the longest list in it.
fn weigh(value: &Value) -> (usize, usize) {
    let inside = |items: &mut dyn Iterator<Item = &Value>| {
        items
            .map(weigh)
            .fold((0, 0), |(bytes, longest), (more, long)| (bytes + more, long.max(longest)))
    };
    let (bytes, longest) = match value {
        Value::String(text) => (text.len(), 0),
        Value::List(items) => {
            let (bytes, longest) = inside(&mut items.iter());
            (bytes, longest.max(items.len()))
        }
        Value::Context(entries) => {
            let names: usize = entries.iter().map(|(name, _)| name.as_str().len()).sum();
            let (bytes, longest) = inside(&mut entries.iter().map(|(_, value)| value));
            (names + bytes, longest)
        }
        _ => (0, 0),
    };
    (bytes + size_of::<Value>(), longest)
}
