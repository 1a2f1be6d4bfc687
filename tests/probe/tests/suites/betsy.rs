//! Betsy's processes: the multiset of what their scripts would have written.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::probe::Probe;
use crate::{beside, exceptions, models, text};

/// The scripts that are more than a line in a log are work for somebody here, who does it between
/// two commands: one counts, one says that it failed.
const COUNTS: &str = "<bpmn2:script>INCREMENT_INTEGER_VARIABLE</bpmn2:script>";
const FAILS: &str = "<bpmn2:script>THROW_ERROR</bpmn2:script>";

/// One process with its cases: the input, the number that its loop begins with, and the trace.
pub(crate) struct Model {
    pub(crate) name: String,
    pub(crate) xml: String,
    pub(crate) cases: Vec<(Value, Vec<String>)>,
}

pub(crate) fn suite() -> Vec<Model> {
    let Some(folder) = beside("suites/betsy") else { return Vec::new() };
    let expected: Value = serde_json::from_str(&text(&folder.join("expected.json")))
        .expect("as the suite is written");
    let files: BTreeMap<String, String> = models(&folder.join("bpmn")).into_iter().collect();
    let tests = expected["tests"].as_array().expect("as the suite is written").iter();
    tests
        .map(|test| {
            let name = test["name"].as_str().expect("as the suite is written").to_owned();
            let cases = test["cases"]
                .as_array()
                .expect("as the suite is written")
                .iter()
                .enumerate()
                .map(case)
                .collect();
            Model { xml: in_feel(&files[&name]), name, cases }
        })
        .collect()
}

/// The cases with cycles differ in the number they begin with: 2, 1, 0.
fn case((at, case): (usize, &Value)) -> (Value, Vec<String>) {
    let number = 2 - i64::try_from(at).expect("as the suite is written");
    let trace = case["trace"].as_array().expect("as the suite is written").iter();
    let trace =
        trace.map(|step| step.as_str().expect("as the suite is written").to_owned()).collect();
    (json!({ "test": case["input"], "integerVariable": number }), trace)
}

/// Conditions in FEEL, and scripts that do something as tasks. What one of them throws is thrown
/// by an event of its own, in a scope with the same border.
fn in_feel(xml: &str) -> String {
    let mut xml = xml.to_owned();
    for letter in ["a", "b", "c"] {
        let java = format!("test.contains(\"{letter}\")");
        let feel = format!("contains(test, \"{letter}\")");
        xml = xml.replace(&format!("!{java}"), &format!("not({feel})")).replace(&java, &feel);
    }
    xml = as_other(&xml, COUNTS, "userTask", "");
    let throws = "<bpmn2:startEvent id='in'/><bpmn2:endEvent id='out'>\
        <bpmn2:errorEventDefinition errorRef='ERR_CODE'/></bpmn2:endEvent>\
        <bpmn2:sequenceFlow id='through' sourceRef='in' targetRef='out'/>";
    as_other(&xml, FAILS, "subProcess", throws)
}

/// Another element in the place of the script task with this script.
fn as_other(xml: &str, script: &str, other: &str, inside: &str) -> String {
    let Some((before, after)) = xml.split_once(script) else { return xml.to_owned() };
    let (ahead, head) = before.rsplit_once("<bpmn2:scriptTask").expect("as the suite is written");
    let (_, rest) = after.split_once("</bpmn2:scriptTask>").expect("as the suite is written");
    format!("{ahead}<bpmn2:{other}{head}{inside}</bpmn2:{other}>{rest}")
}

/// What the script of a node logs.
fn script(xml: &str, node: &str) -> Option<String> {
    let element = xml.split(&format!("<bpmn2:scriptTask id=\"{node}\"")).nth(1)?;
    let text = element.split("<bpmn2:script>").nth(1)?.split('<').next()?;
    text.starts_with("SCRIPT_").then(|| text.to_owned())
}

/// Run a case to its end, as far as it comes by itself and by the task that counts.
fn run(probe: &mut Probe, xml: &str, vars: &Value) -> Vec<String> {
    let mut number = vars["integerVariable"].as_i64().expect("as the suite is written");
    let (mut seen, mut line) = (Vec::new(), json!({ "start": { "vars": vars } }));
    loop {
        let answer = probe.ask(&line);
        assert_eq!((&answer["ok"], &answer["incidents"]), (&json!(true), &json!([])), "{answer}");
        let entered = answer["trace"].as_array().expect("as the suite is written").iter();
        seen.extend(entered.filter_map(|step| script(xml, step["enter"].as_str()?)));
        let tasks = answer["tasks"].as_array().expect("as the suite is written");
        line = if let Some(task) = tasks.first() {
            number += 1;
            json!({ "complete": { "node": task["node"], "vars": { "integerVariable": number } } })
        } else if answer["state"] == "active" {
            json!({ "advance": "PT1H" })
        } else {
            assert_eq!(answer["state"], "completed", "{answer}");
            seen.sort();
            return seen;
        };
    }
}

#[test]
fn every_process_leaves_the_expected_trace_or_is_refused_for_the_reason_that_is_listed() {
    let (mut probe, mut refused, mut cases) = (Probe::start(&[]), exceptions::of("betsy"), 0);
    let suite = suite();
    for model in &suite {
        let kinds = probe.deploy(&model.xml).join(", ");
        let expected = refused.remove(&model.name).unwrap_or_default();
        assert_eq!(kinds, expected, "{}", model.name);
        for (vars, trace) in model.cases.iter().filter(|_| kinds.is_empty()) {
            assert_eq!(run(&mut probe, &model.xml, vars), *trace, "{}, {vars}", model.name);
            cases += 1;
        }
    }
    if !suite.is_empty() {
        assert_eq!(refused.len(), 0, "listed, but not in the suite: {refused:?}");
        assert_eq!((suite.len(), cases), (29, 53), "processes, and cases that were run");
    }
}
