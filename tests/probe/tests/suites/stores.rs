//! In memory and in a database, every line is answered alike.

use serde_json::{Value, json};

use crate::probe::Probe;
use crate::{beside, betsy, models};

/// No model of the suites needs more commands to come to its end, or to come round again.
const MOST_COMMANDS: usize = 30;

/// One probe of each kind, asked the same.
struct Both {
    memory: Probe,
    postgres: Probe,
    asked: usize,
}

impl Both {
    fn ask(&mut self, line: &Value) -> Value {
        self.line(&line.to_string())
    }

    fn line(&mut self, line: &str) -> Value {
        let (memory, postgres) = (self.memory.line(line), self.postgres.line(line));
        assert_eq!(memory, postgres, "{line:.500}");
        self.asked += 1;
        serde_json::from_str(&memory).expect("an answer in JSON")
    }

    /// Deploy a model and bring a case of it as far as can be.
    fn play(&mut self, xml: &str, vars: &Value) {
        if self.ask(&json!({ "deploy": xml }))["ok"] == false {
            return;
        }
        let mut answer = self.ask(&json!({ "start": { "vars": vars } }));
        for number in 0..MOST_COMMANDS {
            if answer["state"] != "active" {
                break;
            }
            answer = self.ask(&next(&answer, number));
        }
        self.ask(&json!({ "dump": true }));
    }
}

/// Whatever can be done: the oldest task, else a message for whoever waits, else time goes by.
fn next(answer: &Value, number: usize) -> Value {
    let first = |list: &str| answer[list].get(0).map(|it| it["node"].clone());
    match (first("tasks"), first("incidents"), first("tokens")) {
        (Some(node), _, _) => {
            let outcome = ["yes", "no", "ok"][number % 3];
            let vars = json!({ "amount": number * 60, "integerVariable": number });
            json!({ "complete": { "node": node, "outcome": outcome, "vars": vars } })
        }
        (_, Some(node), _) => json!({ "retry": { "node": node, "vars": { "a": true } } }),
        (_, _, Some(node)) if number.is_multiple_of(2) => {
            json!({ "message": { "name": node, "vars": { "said": number } } })
        }
        _ => json!({ "advance": "P11D" }),
    }
}

#[test]
fn every_line_is_answered_alike_by_memory_and_by_a_database() {
    let (memory, postgres) =
        (Probe::start(&["--store", "memory"]), Probe::start(&["--store", "postgres"]));
    let mut both = Both { memory, postgres, asked: 0 };
    for model in betsy::suite() {
        for (vars, _) in &model.cases {
            both.play(&model.xml, vars);
        }
    }
    for folder in ["suites/miwg", "bench"] {
        for (_, xml) in beside(folder).iter().flat_map(|folder| models(folder)) {
            both.play(&xml, &json!({ "amount": 500, "text": "\u{0}\u{6f0}" }));
        }
    }
    for line in ["[]", "{\"fly\":1}", "{\"start\":{\"vars\":[]}}", "{\"advance\":\"P1\"}"] {
        both.line(line);
    }
    assert!(both.asked > 5, "hardly anything was asked");
}
