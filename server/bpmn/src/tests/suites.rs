//! Process models made by others, where they are at hand.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use serde_json::{Map, Value};

use crate::xml::Document;
use crate::{
    Definition, Effect, Facts, Options, Position, ProblemKind, Timer, Trigger, WaitsFor, advance,
    read_with,
};

/// They stand beside the project, or beside whatever holds a second checkout of it.
fn suites(name: &str) -> Option<PathBuf> {
    let beside = |folder: &Path| folder.join("shared/suites").join(name);
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let found = here.ancestors().map(beside).find(|folder| folder.is_dir());
    if found.is_none() {
        // Written past the test harness, which keeps back what passing tests print.
        writeln!(std::io::stderr(), "SKIPPED: no suite {name} in ../shared/suites").unwrap();
    }
    found
}

/// Some of the models are not written in UTF-8; their ids are plain either way.
fn text(path: &Path) -> String {
    let bytes = fs::read(path).unwrap();
    String::from_utf8(bytes.clone())
        .unwrap_or_else(|_| bytes.iter().map(|byte| char::from(*byte)).collect())
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

#[test]
fn every_reference_model_is_written_back_and_read_or_refused_with_a_report() {
    let Some(folder) = suites("miwg") else { return };
    let files = files(&folder);
    assert_eq!(files.len(), 21);
    for file in files {
        let text = text(&file);
        let lines = u32::try_from(text.lines().count()).unwrap();
        let document = Document::read(&text).unwrap();
        assert_eq!(Document::read(&document.write()).unwrap(), document, "{}", file.display());
        match read_with(&text, &|_| Ok(()), Options::default()) {
            Ok(read) => assert!(read.definition.nodes().count() > 1, "{}", file.display()),
            Err(problems) => {
                assert!(!problems.is_empty(), "{}", file.display());
                for problem in problems {
                    assert!(problem.kind.is_error() && (1..=lines).contains(&problem.line));
                    let named = problem.element.is_some_and(|id| text.contains(&id));
                    assert!(named || problem.kind == ProblemKind::MissingId, "{}", file.display());
                }
            }
        }
    }
}

/// The suite's conditions are in Java; there are only these.
struct Input<'a> {
    text: &'a str,
    number: i64,
}

impl Facts for Input<'_> {
    fn holds(&self, condition: &str, _: &Map<String, Value>) -> Result<bool, String> {
        if let Some(less) = condition.strip_prefix("integerVariable<") {
            return less.parse().map(|it: i64| self.number < it).map_err(|fault| fault.to_string());
        }
        let (negated, rest) =
            condition.strip_prefix('!').map_or((false, condition), |rest| (true, rest));
        let letter = rest
            .strip_prefix("test.contains(\"")
            .and_then(|rest| rest.strip_suffix("\")"))
            .ok_or_else(|| format!("unknown condition {condition}"))?;
        Ok(self.text.contains(letter) != negated)
    }

    fn value(&self, expression: &str, _: &Map<String, Value>) -> Result<Value, String> {
        serde_json::from_str(expression).map_err(|fault| fault.to_string())
    }

    fn decide(&self, _: &str, _: &Map<String, Value>) -> Result<Value, String> {
        Err(String::from("the suite has no decisions"))
    }
}

/// Run to the end, finishing jobs as they come and timers as they are due, and note what the
/// scripts would have written.
fn trace(definition: &Definition, xml: &str, text: &str, mut number: i64) -> Vec<String> {
    let (mut position, mut seen) = (Position::default(), Vec::new());
    // All timers of the suite are armed at once or one after the other.
    let mut timers: Vec<(u32, u64, String)> = Vec::new();
    let mut trigger = Some(Trigger::Start);
    while let Some(now) = trigger {
        let effects = advance(definition, &mut position, &now, &Input { text, number }).unwrap();
        for effect in effects {
            match effect {
                Effect::Entered { node } => seen.extend(script(xml, &node)),
                Effect::Stuck { node, kind, .. } => seen.push(format!("stuck at {node}: {kind}")),
                Effect::ArmTimer { token, node, timer: Timer::Duration(span) } => {
                    timers.push((span.seconds + 60 * span.minutes, token, node));
                }
                Effect::DisarmTimer { token, node } => {
                    timers.retain(|it| (it.1, &it.2) != (token, &node));
                }
                _ => {}
            }
        }
        timers.sort();
        let job = position.waits().find(|wait| wait.on == WaitsFor::Service);
        trigger = if let Some(wait) = job {
            number += 1;
            let (token, throws) = (wait.token, wait.node == "ScriptThrowError");
            let code = String::from("ERR_CODE");
            Some(if throws { Trigger::Failed { token, code } } else { Trigger::JobDone { token } })
        } else {
            let due = if timers.is_empty() { None } else { Some(timers.remove(0)) };
            due.map(|(_, token, node)| Trigger::Timer { token, node })
        };
    }
    assert_eq!(position.ended(), Some("completed"));
    seen.sort();
    seen
}

/// What the script of a node logs.
fn script(xml: &str, node: &str) -> Option<String> {
    let element = xml.split(&format!("<bpmn2:scriptTask id=\"{node}\"")).nth(1)?;
    let text = element.split("<bpmn2:script>").nth(1)?.split('<').next()?;
    text.starts_with("SCRIPT_").then(|| text.to_owned())
}

/// The processes of the suite that are refused, and why: none of it is in the subset.
const EXCEPTIONS: &str = include_str!("../../../../tests/probe/exceptions.txt");

fn outside() -> Vec<&'static str> {
    let named =
        EXCEPTIONS.lines().filter_map(|line| line.strip_prefix("betsy ")?.split(':').next());
    named.collect()
}

#[test]
fn betsy_s_processes_leave_the_expected_traces() {
    let Some(folder) = suites("betsy") else { return };
    let expected: Value = serde_json::from_str(&text(&folder.join("expected.json"))).unwrap();
    let mut refused = Vec::new();
    for test in expected["tests"].as_array().unwrap() {
        let name = test["name"].as_str().unwrap();
        let xml = text(&folder.join("bpmn").join(format!("{name}.bpmn")));
        // The one script that changes data is a job here, so that the data can change meanwhile.
        let xml = xml.replace(r#"<bpmn2:scriptTask id="_9""#, r#"<bpmn2:serviceTask id="_9""#).replace(
            "<bpmn2:script>INCREMENT_INTEGER_VARIABLE</bpmn2:script>\n        </bpmn2:scriptTask>",
            "</bpmn2:serviceTask>",
        );
        // And so is the one that throws.
        let xml = xml
            .replace(
                r#"<bpmn2:scriptTask id="ScriptThrowError""#,
                r#"<bpmn2:serviceTask id="ScriptThrowError""#,
            )
            .replace(
                "<bpmn2:script>THROW_ERROR</bpmn2:script>\n        </bpmn2:scriptTask>",
                "</bpmn2:serviceTask>",
            );
        match read_with(&xml, &|_| Ok(()), Options { scripts_pass: true, ..Options::default() }) {
            Ok(read) => {
                for (at, case) in test["cases"].as_array().unwrap().iter().enumerate() {
                    // The cases with cycles differ in the number they begin with: 2, 1, 0.
                    let number = 2 - i64::try_from(at).unwrap();
                    let found =
                        trace(&read.definition, &xml, case["input"].as_str().unwrap(), number);
                    assert_eq!(serde_json::json!(found), case["trace"], "{name}, case {at}");
                }
            }
            Err(problems) => {
                let kinds = [ProblemKind::UnsupportedElement, ProblemKind::UnsupportedAttribute];
                assert!(
                    problems.iter().all(|it| kinds.contains(&it.kind)),
                    "{name}: {problems:#?}"
                );
                refused.push(name.to_owned());
            }
        }
    }
    refused.sort();
    assert_eq!(refused, outside());
}

#[test]
fn the_bench_models_are_read() {
    let Some(folder) = suites("../bench") else { return };
    for name in ["seq", "par", "desk"] {
        let xml = text(&folder.join(format!("{name}.bpmn")));
        let read = read_with(&xml, &|_| Ok(()), Options::default());
        assert!(read.is_ok_and(|read| read.warnings.is_empty()), "{name}");
    }
}
