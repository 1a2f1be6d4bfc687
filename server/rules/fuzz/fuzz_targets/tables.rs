//! A DMN file, or the cells of a table, under whatever text: nothing may abort, and nothing may
//! take a second.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rules::tables::{Decisions, Input, Kind, Output, Policy, Rule, Table};
use serde_json::{Map, json};

fuzz_target!(|source: &str| {
    decide(source);
    // The same text as cells, a line each: nearer to what an author can write.
    let mut lines = source.lines();
    let mut next = || lines.next().unwrap_or_default().to_owned();
    let policy = Policy::ALL[source.len() % Policy::ALL.len()];
    let kind = Kind::ALL[source.len() % Kind::ALL.len()];
    let input = Input { expression: next(), kind, values: next(), ..Input::default() };
    let output = Output { values: next(), default: next(), kind, ..Output::default() };
    let mut rule = || Rule { tests: vec![next()], answers: vec![next()], note: String::new() };
    let rules = vec![rule(), rule()];
    let table = Table { policy, inputs: vec![input], outputs: vec![output], rules };
    decide(&table.write("key", "name"));
});

fn decide(xml: &str) {
    let Ok(decisions) = Decisions::parse(xml) else { return };
    let facts = json!({"a": 5, "b": 2, "l": ["x", "y"], "t": "text", "d": "2026-11-24"});
    let facts: Map<_, _> = facts.as_object().cloned().unwrap_or_default();
    let names: Vec<String> = decisions.names().map(str::to_owned).collect();
    for name in names {
        let _ = decisions.decide(&name, &facts);
    }
}
