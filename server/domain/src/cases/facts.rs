//! What a process asks of its case's data.

use std::sync::LazyLock;

use bpmn::{Facts, Timer};
use moka::sync::Cache;
use rules::Expression;
use serde_json::{Map, Value};

/// The variables of a case, and expressions over them.
pub(super) struct CaseFacts<'a>(pub(super) &'a Map<String, Value>);

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
        let answered = if known.is_empty() {
            answer(&prepared, self.0)
        } else {
            let mut facts = self.0.clone();
            facts.extend(known.clone());
            answer(&prepared, &facts)
        };
        answered.map_err(|problem| problem.to_string())
    }
}

impl Facts for CaseFacts<'_> {
    fn holds(&self, condition: &str, known: &Map<String, Value>) -> Result<bool, String> {
        self.ask(condition, known, Expression::decide)
    }

    fn value(&self, expression: &str, known: &Map<String, Value>) -> Result<Value, String> {
        self.ask(expression, known, Expression::evaluate)
    }

    /// Publishing refuses processes that ask for one.
    fn decide(&self, decision: &str, _: &Map<String, Value>) -> Result<Value, String> {
        Err(format!("there is no decision table {decision}"))
    }
}

/// What a timer's time would be now.
pub(super) fn told(timer: &Timer, vars: &Map<String, Value>) -> Result<Timer, String> {
    let Timer::Expression(expression) = timer else { return Ok(timer.clone()) };
    let value = CaseFacts(vars).value(expression, &Map::new())?;
    let text = value.as_str().ok_or_else(|| format!("{value} is not a time"))?;
    Timer::read(text).map_err(|fault| format!("{text}: {fault}"))
}
