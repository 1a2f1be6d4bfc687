//! Trying a table out: facts as they are typed, and what the table says to them.

use std::collections::BTreeSet;

use rules::Expression;
use rules::tables::{Decisions, Flaw, Kind, Table, Verdict};
use serde_json::{Map, Value};

use super::cells;
use crate::filled::{Filled, number};

/// The facts a table reads, each with the type of the column that asks for it.
pub(super) fn facts(table: &Table, key: &str) -> Vec<(String, Kind)> {
    let mut facts: Vec<(String, Kind)> = Vec::new();
    let mut seen = BTreeSet::new();
    for input in &table.inputs {
        let Ok(expression) = Expression::parse(&input.expression) else { continue };
        let names = expression.names();
        let alone = names.len() == 1 && names.contains(input.expression.trim());
        for name in names {
            if seen.insert(name.to_owned()) {
                facts.push((name.to_owned(), if alone { input.kind } else { Kind::Any }));
            }
        }
    }
    if let Ok(decisions) = Decisions::parse(&table.write(key, key)) {
        for name in decisions.facts() {
            if seen.insert(name.to_owned()) {
                facts.push((name.to_owned(), Kind::Any));
            }
        }
    }
    facts
}

/// What the table says to the facts that were typed.
pub(super) fn decide(table: &Table, key: &str, sent: &Filled) -> Result<Verdict, Vec<Flaw>> {
    let decisions = Decisions::parse(&table.write(key, key))?;
    let mut known = Map::new();
    for (number, (name, kind)) in (1..).zip(facts(table, key)) {
        let typed = sent.text(&format!("try.{number}")).trim();
        if !typed.is_empty() {
            known.insert(name, value(kind, typed));
        }
    }
    decisions.decide(key, &known).map_err(|flaw| vec![flaw])
}

/// A fact as a case would have it. What is none of the type stays a text, which the table tells.
fn value(kind: Kind, typed: &str) -> Value {
    let text = || Value::String(typed.to_owned());
    let number = || number(typed);
    let truth = || cells::truth(typed).map(Value::Bool);
    match kind {
        Kind::Number => number().unwrap_or_else(text),
        Kind::Boolean => truth().unwrap_or_else(text),
        Kind::Date => cells::day(typed).map_or_else(text, |day| Value::String(day.to_string())),
        Kind::Any => number().or_else(truth).unwrap_or_else(text),
        _ => text(),
    }
}

/// An answer as a person reads it.
pub(super) fn say(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
