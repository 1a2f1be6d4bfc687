//! What a process asks of its case's data.

use std::borrow::Cow;
use std::sync::LazyLock;

use bpmn::{Facts, Timer};
use moka::sync::Cache;
use rules::Expression;
use serde_json::{Map, Value};

use crate::decisions::Pinned;

/// The variables of a case, and what can be asked about them: expressions, and the decisions that
/// its process was published with.
pub(super) struct CaseFacts<'a> {
    pub(super) vars: &'a Map<String, Value>,
    pub(super) decisions: &'a Pinned,
}

/// Expressions of published processes, prepared once.
static PREPARED: LazyLock<Cache<String, Expression>> = LazyLock::new(|| Cache::new(10_000));

impl CaseFacts<'_> {
    /// What the engine knows hides what the case keeps.
    fn ask<T>(
        &self,
        expression: &str,
        known: &Map<String, Value>,
        answer: impl Fn(&Expression, &Map<String, Value>) -> Result<T, rules::Problem>,
    ) -> Result<T, String> {
        let parse = || Expression::parse(expression).map_err(|problem| problem.to_string());
        let prepared = PREPARED.try_get_with_by_ref(expression, parse);
        let prepared = prepared.map_err(|fault| (*fault).clone())?;
        answer(&prepared, &self.with(known)).map_err(|problem| problem.to_string())
    }

    fn with(&self, known: &Map<String, Value>) -> Cow<'_, Map<String, Value>> {
        if known.is_empty() {
            return Cow::Borrowed(self.vars);
        }
        let mut facts = self.vars.clone();
        facts.extend(known.clone());
        Cow::Owned(facts)
    }
}

impl Facts for CaseFacts<'_> {
    fn holds(&self, condition: &str, known: &Map<String, Value>) -> Result<bool, String> {
        self.ask(condition, known, Expression::decide)
    }

    fn value(&self, expression: &str, known: &Map<String, Value>) -> Result<Value, String> {
        self.ask(expression, known, Expression::evaluate)
    }

    fn decide(&self, decision: &str, known: &Map<String, Value>) -> Result<Value, String> {
        self.decisions.decide(decision, &self.with(known))
    }
}

/// What a timer's time would be now.
pub(super) fn told(timer: &Timer, vars: &Map<String, Value>) -> Result<Timer, String> {
    let Timer::Expression(expression) = timer else { return Ok(timer.clone()) };
    let facts = CaseFacts { vars, decisions: &Pinned::default() };
    let value = facts.value(expression, &Map::new())?;
    let text = value.as_str().ok_or_else(|| format!("{value} is not a time"))?;
    Timer::read(text).map_err(|fault| format!("{text}: {fault}"))
}
