//! In memory and in a database, every line is answered alike.

use std::sync::{Mutex, MutexGuard, PoisonError};

use serde_json::{Value, json};

use crate::probe::Probe;
use crate::{beside, betsy, models};

/// No model of the suites needs more commands to come to its end, or to come round again.
const MOST_COMMANDS: usize = 30;

/// One probe of each kind, asked the same.
pub(crate) struct Both {
    memory: Probe,
    postgres: Probe,
    asked: usize,
    // Given back after the probes have ended: fields are dropped in this order.
    _turn: MutexGuard<'static, ()>,
}

/// Two throw-away clusters that are started at once may take the same port.
static TURN: Mutex<()> = Mutex::new(());

impl Both {
    pub(crate) fn start() -> Self {
        let turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
        let memory = Probe::start(&["--store", "memory"]);
        let postgres = Probe::start(&["--store", "postgres"]);
        Self { memory, postgres, asked: 0, _turn: turn }
    }

    pub(crate) fn deploy(&mut self, xml: &str) -> Value {
        self.ask(&json!({ "deploy": xml }))
    }

    fn ask(&mut self, line: &Value) -> Value {
        self.line(&line.to_string())
    }

    pub(crate) fn line(&mut self, line: &str) -> Value {
        let (memory, postgres) = (self.memory.line(line), self.postgres.line(line));
        assert_eq!(memory, postgres, "{line:.500}");
        self.asked += 1;
        serde_json::from_str(&memory).expect("an answer in JSON")
    }

    /// Deploy a model and bring a case of it as far as can be.
    fn play(&mut self, xml: &str, vars: &Value) {
        if self.deploy(xml)["ok"] == false {
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
    let mut both = Both::start();
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
