//! Our own cases, one file for each rule that is easily got wrong: a model, and behind it in a comment
//! the lines that are sent, each with what has to be said to it.

use std::path::Path;

use serde_json::Value;

use crate::models;
use crate::stores::Both;

fn words(answer: &Value, list: &str, word: impl Fn(&Value) -> String) -> Option<String> {
    let words: Vec<String> = answer[list].as_array()?.iter().map(word).collect();
    (!words.is_empty()).then(|| format!("{list} {}", words.join(" ")))
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// An answer in one line: what was entered and left, the state, and what waits.
fn said(answer: &Value) -> String {
    let step = |step: &Value| match step["enter"].as_str() {
        Some(node) => format!("+{node} "),
        None => format!("-{} ", text(&step["exit"])),
    };
    let trace: String = answer["trace"].as_array().into_iter().flatten().map(step).collect();
    let node = |it: &Value| text(&it["node"]).to_owned();
    let incident = |it: &Value| format!("{}@{}", text(&it["kind"]), text(&it["node"]));
    let mut parts = vec![format!("{trace}{}", text(&answer["state"]))];
    parts.extend(words(answer, "tasks", node));
    parts.extend(words(answer, "timers", node));
    parts.extend(words(answer, "incidents", incident));
    if answer["ok"] != true {
        parts.push("refused".to_owned());
    }
    parts.join("; ")
}

/// Why a model is not taken: the kind of each problem and where it is.
fn refused(answer: &Value) -> Option<String> {
    let problems = answer["problems"].as_array()?.iter();
    let words = problems.map(|it| format!("{}@{}", text(&it["kind"]), text(&it["element"])));
    Some(format!("refused {}", words.collect::<Vec<_>>().join(" ")))
}

#[test]
fn every_case_goes_as_it_is_written_down() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases");
    let (mut both, cases) = (Both::start(), models(&folder));
    for (name, xml) in &cases {
        let (_, play) = xml.rsplit_once("<!--").expect("what is played");
        let mut lines =
            play.lines().map(str::trim).filter(|line| !line.is_empty() && *line != "-->");
        if let Some(why) = refused(&both.deploy(xml)) {
            assert_eq!((lines.next(), lines.next()), (Some(why.as_str()), None), "{name}");
            continue;
        }
        while let Some(line) = lines.next() {
            let answer = both.line(line);
            assert_eq!(Some(said(&answer).as_str()), lines.next(), "{name}, {line}");
        }
    }
    assert!(cases.len() > 70, "only {} cases", cases.len());
}
