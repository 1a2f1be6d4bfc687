//! Decision tables: what they decide, what is refused, the kit of others, and that nothing stops
//! the process.

mod decided;
mod refused;
mod survived;
mod tck;
mod written;

use serde_json::{Map, Value as Json};

use super::{Decisions, Flaw, Input, Kind, Output, Policy, Rule, Table, Verdict};

fn facts(json: Json) -> Map<String, Json> {
    match json {
        Json::Object(facts) => facts,
        _ => panic!("facts are an object"),
    }
}

fn input(expression: &str, kind: Kind) -> Input {
    Input {
        label: expression.to_owned(),
        expression: expression.to_owned(),
        kind,
        ..Input::default()
    }
}

fn output(name: &str, kind: Kind, values: &str) -> Output {
    Output { name: name.to_owned(), kind, values: values.to_owned(), ..Output::default() }
}

/// Rules as rows of cells, the tests before the answers.
fn table(policy: Policy, inputs: Vec<Input>, outputs: Vec<Output>, rows: &[&[&str]]) -> Table {
    let rule = |row: &&[&str]| {
        let cells: Vec<String> = row.iter().map(|&cell| cell.to_owned()).collect();
        let (tests, answers) = cells.split_at(inputs.len());
        Rule { tests: tests.to_vec(), answers: answers.to_vec(), note: String::new() }
    };
    let rules = rows.iter().map(rule).collect();
    Table { policy, inputs, outputs, rules }
}

fn decide(table: &Table, known: Json) -> Result<Verdict, Flaw> {
    let decisions = Decisions::parse(&table.write("key", "decision")).unwrap();
    decisions.decide("key", &facts(known))
}

/// The flaws as words.
fn told(flaws: &[Flaw]) -> Vec<String> {
    flaws.iter().map(ToString::to_string).collect()
}
