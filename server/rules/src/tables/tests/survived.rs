//! Whatever is written, the process goes on: no table aborts it, and none keeps it for long.

use std::sync::mpsc;
use std::time::{Duration, Instant};

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use serde_json::json;

use super::super::{Decisions, Kind, Policy};
use super::{facts, input, output, table};

/// Far more than any of it takes, on a machine that is busy with other things.
const LIMIT: Duration = Duration::from_mins(1);

/// Run where the stack is as small as a worker thread's, and no longer than the limit: an overflow
/// aborts the test, a hang fails it.
fn bounded(what: &str, work: impl FnOnce() + Send + 'static) {
    let (done, wait) = mpsc::channel();
    let run = move || {
        work();
        let _ = done.send(());
    };
    std::thread::Builder::new().stack_size(2 << 20).spawn(run).unwrap();
    assert!(wait.recv_timeout(LIMIT).is_ok(), "{what} was not over in time, or panicked");
}

/// Parse and decide, whatever comes of it.
fn exercise(xml: &str) {
    let known = facts(json!({
        "x": 5, "l": vec!["x"; 200], "t": "x".repeat(1_000), "d": "2026-11-24",
    }));
    if let Ok(decisions) = Decisions::parse(xml) {
        let names: Vec<String> = decisions.names().map(str::to_owned).collect();
        for name in names {
            let _ = decisions.decide(&name, &known);
        }
    }
}

fn scraps() -> impl Strategy<Value = String> {
    let scrap = prop::sample::select(vec![
        "x",
        "l",
        "t",
        "d",
        "?",
        "5",
        "\"x\"",
        "\"",
        "null",
        "-",
        "not(",
        "(",
        ")",
        "[",
        "]",
        "..",
        ",",
        ">",
        "<",
        "=",
        ">=",
        "+",
        "*",
        "**",
        "and",
        "or",
        "if ",
        " then ",
        " else ",
        "for i in ",
        " return ",
        "some i in ",
        " satisfies ",
        "function(a) a",
        "partial",
        "date(",
        "@\"P1D\"",
        "count(",
        "{a: ",
        "}",
        "i",
        " ",
        "|",
        "in ",
        "between ",
    ]);
    prop::collection::vec(scrap, 0..12).prop_map(|scraps| scraps.concat())
}

#[test]
fn random_tables_neither_abort_nor_hang() {
    bounded("a random table", || {
        let cells = prop::collection::vec(scraps(), 8);
        let policy = prop::sample::select(Policy::ALL.to_vec());
        let kind = prop::sample::select(Kind::ALL.to_vec());
        let mut runner = TestRunner::new(Config { cases: 400, ..Config::default() });
        let run = runner.run(&(cells, policy, kind), |(cells, policy, kind)| {
            let mut random = table(
                policy,
                vec![input("x", kind), input(&cells[0], Kind::Any)],
                vec![output("a", Kind::Any, &cells[1]), output("b", kind, "")],
                &[&[&cells[2], &cells[3], &cells[4], "1"], &["-", &cells[5], "2", &cells[6]]],
            );
            random.outputs[0].default.clone_from(&cells[7]);
            exercise(&random.write("k", "n"));
            // One cell alone, so that what is right in it is not hidden by what is wrong elsewhere.
            let single: &[&[&str]] = &[&[&cells[2], "1"], &["-", &cells[4]]];
            let outputs = vec![output("", Kind::Any, "")];
            exercise(&table(policy, vec![input("x", Kind::Any)], outputs, single).write("k", "n"));
            Ok(())
        });
        run.unwrap();
    });
}

#[test]
fn random_files_neither_abort_nor_hang() {
    bounded("a random file", || {
        let scrap = prop::sample::select(vec![
            "<definitions xmlns=\"https://www.omg.org/spec/DMN/20230324/MODEL/\">",
            "</definitions>",
            "<decision id=\"a\" name=\"a\">",
            "</decision>",
            "<decisionTable>",
            "</decisionTable>",
            "<input>",
            "</input>",
            "<output/>",
            "<rule>",
            "</rule>",
            "<inputEntry>",
            "</inputEntry>",
            "<text>",
            "</text>",
            "5",
            "&amp;",
            "&x;",
            "<![CDATA[",
            "]]>",
            "<!--",
            "-->",
            "<!DOCTYPE a>",
            "<variable typeRef=\"t\"/>",
            "<itemDefinition name=\"t\"><typeRef>t</typeRef></itemDefinition>",
            "<informationRequirement><requiredDecision href=\"#a\"/></informationRequirement>",
            "\0",
            "<",
        ]);
        let files = prop::collection::vec(scrap, 0..24).prop_map(|scraps| scraps.concat());
        let mut runner = TestRunner::new(Config { cases: 1_000, ..Config::default() });
        runner
            .run(&files, |file| {
                exercise(&file);
                Ok(())
            })
            .unwrap();
    });
}

#[test]
fn nesting_in_a_cell_never_overflows_the_stack() {
    bounded("nesting", || {
        for (open, close) in [
            ("not(", ")"),
            ("(", ")"),
            ("[", "]"),
            ("-", ""),
            ("<", ""),
            ("?+", ""),
            ("{a:", "}"),
            ("[1..", "]"),
        ] {
            let levels = 2_000 / (open.len() + close.len()) - 1;
            let cell = format!("{}1{}", open.repeat(levels), close.repeat(levels));
            let outputs = vec![output("", Kind::Any, "")];
            let rows: &[&[&str]] = &[&[&cell, &cell]];
            exercise(
                &table(Policy::First, vec![input("x", Kind::Any)], outputs, rows).write("k", "n"),
            );
        }
    });
}

#[test]
fn the_dearest_tables_end_soon() {
    bounded("the dearest tables", || {
        let rows_of = |cell: &str, answer: &str| {
            let rows: Vec<Vec<&str>> = vec![vec![cell, answer]; 400];
            let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
            let inputs = vec![input("x", Kind::Any)];
            table(Policy::Collect, inputs, vec![output("", Kind::Any, "")], &rows).write("k", "n")
        };
        for (what, cell, answer) in [
            ("words", "-", "a ".repeat(32)),
            ("operators", "? = 1", "x+".repeat(15) + "x"),
            ("iteration", "-", "count(for i in l return [t,t,t,t,t,t,t,t]) > 1".to_owned()),
            ("tests", "5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24", "1".to_owned()),
        ] {
            let file = rows_of(cell, &answer);
            let started = Instant::now();
            exercise(&file);
            let took = started.elapsed();
            assert!(took.as_secs() < 20, "{what} took {took:?}");
        }
    });
}
