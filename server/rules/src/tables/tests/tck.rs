//! The DMN Technology Compatibility Kit, level 2, where it is at hand.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use serde_json::{Map, Value as Json};

use super::super::xml::{self, Element};
use crate::Problem;
use crate::tables::{Decisions, Fault, Flaw};

const EXCEPTIONS: &str = include_str!("tck-exceptions.txt");

/// It stands beside the project, or beside whatever holds a second checkout of it.
fn kit() -> Option<PathBuf> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let beside = |folder: &Path| folder.join("shared/suites/dmn-tck");
    let found = here.ancestors().map(beside).find(|folder| folder.is_dir());
    if found.is_none() {
        // Written past the test harness, which keeps back what passing tests print.
        writeln!(std::io::stderr(), "SKIPPED: no suite dmn-tck in ../shared/suites").unwrap();
    }
    found
}

fn exceptions() -> Vec<(&'static str, &'static str)> {
    let lines = EXCEPTIONS.lines().filter(|line| !line.starts_with('#'));
    lines
        .map(|line| {
            let mut words = line.splitn(3, ' ');
            let (test, case) = (words.next().unwrap(), words.next().unwrap());
            assert!(words.next().is_some_and(|reason| reason.len() > 20), "no reason: {line}");
            (test, case)
        })
        .collect()
}

/// The tests' own vocabulary, read as if it were DMN's.
fn cases(text: &str) -> Element {
    let text = text.replace(
        "http://www.omg.org/spec/DMN/20160719/testcase",
        "https://www.omg.org/spec/DMN/20230324/MODEL/",
    );
    xml::read(&text).unwrap()
}

/// A value of a test; none for null.
fn value(element: &Element) -> Option<Json> {
    if let Some(list) = element.first("list") {
        return Some(list.all("item").filter_map(value).collect());
    }
    if element.first("component").is_some() {
        let entry =
            |it: &Element| Some((it.attribute("name")?.to_owned(), value(it).unwrap_or_default()));
        return Some(element.all("component").filter_map(entry).collect::<Map<_, _>>().into());
    }
    let value = element.first("value")?;
    let text = value.text.trim();
    if value.attribute("xsi:nil") == Some("true") {
        return None;
    }
    Some(match value.attribute("xsi:type")? {
        "xsd:decimal" => serde_json::from_str(text).unwrap(),
        "xsd:boolean" => (text == "true").into(),
        "xsd:string" => text.into(),
        other => panic!("a value of type {other}"),
    })
}

/// Numbers of many digits come as texts; the kit writes them as they came out of a double.
fn alike(one: &Json, other: &Json) -> bool {
    let number = |value: &Json| match value {
        Json::Number(number) => number.as_f64(),
        Json::String(text) => text.parse().ok(),
        _ => None,
    };
    match (one, other) {
        (Json::Array(some), Json::Array(others)) => {
            some.len() == others.len() && some.iter().zip(others).all(|(a, b)| alike(a, b))
        }
        (Json::Object(some), Json::Object(others)) => {
            let same = |(name, a): (&String, &Json)| others.get(name).is_some_and(|b| alike(a, b));
            some.len() == others.len() && some.iter().all(same)
        }
        _ => match (number(one), number(other)) {
            (Some(a), Some(b)) => (a - b).abs() <= 1e-8 * a.abs().max(1.0),
            _ => one == other,
        },
    }
}

fn as_expected(got: &Result<Json, Flaw>, expected: Option<&Json>) -> bool {
    match (got, expected) {
        (Ok(got), Some(expected)) => alike(got, expected),
        // Where the kit expects null, we say what is missing.
        (Err(flaw), None) => {
            matches!(flaw.fault, Fault::NoHit | Fault::Expression(Problem::Null))
        }
        _ => false,
    }
}

#[test]
fn the_kit_is_decided_as_it_says() {
    let Some(kit) = kit() else { return };
    let exceptions = exceptions();
    let mut used = vec![false; exceptions.len()];
    let (mut passed, mut failed) = (0, Vec::new());
    let mut tests: Vec<PathBuf> = fs::read_dir(kit).unwrap().map(|it| it.unwrap().path()).collect();
    tests.sort();
    for test in tests {
        let name = test.file_name().unwrap().to_str().unwrap();
        let model = fs::read_to_string(test.join(format!("{name}.dmn"))).unwrap();
        let decisions = Decisions::parse(&model);
        let cases = cases(&fs::read_to_string(test.join(format!("{name}-test-01.xml"))).unwrap());
        for case in cases.all("testCase") {
            let id = case.attribute("id").unwrap();
            let given = case.all("inputNode").map(|it| {
                (it.attribute("name").unwrap().to_owned(), value(it).unwrap_or_default())
            });
            let given: Map<String, Json> = given.collect();
            for node in case.all("resultNode") {
                let wanted = node.attribute("name").unwrap();
                let expected = value(node.first("expected").unwrap());
                let got = match &decisions {
                    Ok(decisions) => decisions.decide(wanted, &given).map(|it| it.value),
                    Err(flaws) => Err(flaws[0].clone()),
                };
                let excepted = exceptions
                    .iter()
                    .position(|(test, case)| *test == name && ["*", id].contains(case));
                match (as_expected(&got, expected.as_ref()), excepted) {
                    (true, None) => passed += 1,
                    (false, Some(at)) => used[at] = true,
                    (true, Some(_)) => failed.push(format!("{name} {id}: passes and is excepted")),
                    (false, None) => {
                        failed
                            .push(format!("{name} {id} {wanted}: {got:?}, expected {expected:?}"));
                    }
                }
            }
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
    assert!(used.iter().all(|used| *used), "an exception that nothing needs");
    assert!(passed > 100, "only {passed} were decided");
}
