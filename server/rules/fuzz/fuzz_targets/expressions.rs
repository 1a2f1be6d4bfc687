//! Guard and evaluator under whatever text: nothing may abort, and nothing may take a second.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rules::Expression;
use serde_json::{Map, json};

fuzz_target!(|source: &str| {
    let Ok(expression) = Expression::parse(source) else { return };
    let facts = json!({"a": 5, "b": 2, "l": ["x", "y"], "t": "text", "o": {"k": [1, 2, 3]}});
    let facts: Map<_, _> = facts.as_object().cloned().unwrap_or_default();
    let _ = expression.decide(&facts);
    let _ = expression.evaluate(&facts);
});
