//! Whatever is written, the process goes on.

use std::time::Instant;

use proptest::prelude::*;

use super::case;
use crate::{Expression, MAX_CHARS};

/// Run where the stack is as small as a worker thread's; a stack overflow would abort the test.
fn on_a_small_stack<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> T {
    std::thread::Builder::new().stack_size(2 << 20).spawn(work).unwrap().join().unwrap()
}

#[test]
fn nesting_never_overflows_the_stack() {
    let nested = |open: &str, close: &str| {
        let levels = MAX_CHARS / (open.len() + close.len()) - 1;
        format!("{}1{}", open.repeat(levels), close.repeat(levels))
    };
    let mut hostile: Vec<String> = [
        ("[", "]"),
        ("(", ")"),
        ("-", ""),
        ("{a:", "}"),
        ("abs(", ")"),
        ("if a then ", " else 1"),
        ("1+", ""),
        ("1**", ""),
        ("a[", "]"),
        ("not(", ")"),
        ("a.", ""),
        ("for x in a return ", ""),
        ("[", ""),
        ("{", ""),
        ("(", ""),
        ("\"", ""),
        ("a in (", ")"),
        ("function(a)", ""),
        ("a instance of list<", ">"),
        ("@", ""),
        ("// ", ""),
        ("/*", ""),
        ("[1..", "]"),
    ]
    .into_iter()
    .map(|(open, close)| nested(open, close))
    .collect();
    hostile.push("[".repeat(20_000));
    hostile.push(format!("{}{}", "[".repeat(20_000), "]".repeat(20_000)));
    hostile.push("{f: function(n) f(n+1), r: f(1)}.r".to_owned());
    on_a_small_stack(move || {
        for source in &hostile {
            // Whether it is accepted does not matter here; that the thread is still alive does.
            if let Ok(expression) = Expression::parse(source) {
                let _ = expression.decide(&case());
            }
        }
    });
}

#[test]
fn values_at_the_edge_are_answered_somehow() {
    for source in [
        "10**6144 > 1",
        "10**7000 > 1",
        "1/0 = 1",
        "modulo(5, 0) = 1",
        "sqrt(-1) = 1",
        "string(10**6144) = \"\"",
        "string(10**-6143) = \"\"",
        "decimal(1, 10**20) = 1",
        "floor(1.5, 999999) = 1",
        "round up(1.5, -999999) = 1",
        "-(0/0) = 1",
        "number(\"1e999999\", \",\", \".\") = 1",
        r#"date("999999999-12-31") + duration("P9999999999D") > date("2026-01-01")"#,
        "date(10**20, 1, 1) = 1",
        "date(2026, 13, 99) = 1",
        "time(25, 61, 61) = 1",
        r#"time(1, 2, 3, duration("P9999D")) = 1"#,
        r#"duration("P99999999999999999999Y") = 1"#,
        r#"date and time("2026-02-30T25:00:00") = 1"#,
        r#"@"nothing" = 1"#,
        "substring(\"آب\", -99999999999, 99999999999) = \"\"",
        "sublist(units, 10**18, 3) = 1",
        "units[99999999999999999999] = 1",
        "units[-0] = 1",
        "index of(units, null) = 1",
        "min() = 1",
        "min([]) = 1",
        "mean([]) = 1",
        "get value(1, 2) = 1",
        "sum(units) = 1",
        r#"years and months duration(date("0001-01-01"), date("9999-12-31")) = 1"#,
        "\"\\uD83D\\uDCA9\" = \"\"",
        "\"\\U10FFFF\" = \"\"",
        "1e = 1",
        "1.e5 = 1",
        "1e400 = 1",
        "amount.year = 1",
        &format!("{}\"\\\"\"{} = 1", "string([".repeat(20), "])".repeat(20)),
        "units.x.y = 1",
        "[1,[2,[3]]][2][1] = 2",
    ] {
        if let Ok(expression) = Expression::parse(source) {
            let _ = expression.decide(&case());
            let _ = expression.evaluate(&case());
        }
    }
}

/// Scraps of the language, so that random expressions are often nearly right.
fn scraps() -> impl Strategy<Value = String> {
    let scrap = prop::sample::select(vec![
        "a",
        "b",
        "amount",
        "documents",
        "units",
        "مبلغ",
        "نوع درخواست",
        "applicant",
        "item",
        "x",
        "partial",
        "1",
        "0.5",
        "10",
        "\"x\"",
        "\"",
        "true",
        "null",
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        ",",
        ".",
        "..",
        ":",
        "+",
        "-",
        "*",
        "/",
        "**",
        "=",
        "!=",
        "<",
        ">=",
        " and ",
        " or ",
        "if ",
        " then ",
        " else ",
        "for x in ",
        " return ",
        "some x in ",
        " satisfies ",
        " in ",
        " between ",
        "not(",
        "count(",
        "sum(",
        "string(",
        "date(",
        "@\"2026-01-01\"",
        "function(",
        " instance of ",
        "number",
        " ",
        "flatten(",
        "concatenate(",
        "min(",
        "substring(",
        "//",
        "duration(\"P1D\")",
        "time(",
        "decimal(",
        "\u{200c}",
        "\\u",
    ]);
    prop::collection::vec(scrap, 0..60).prop_map(|scraps| scraps.concat())
}

/// Neither stopped nor kept waiting.
fn survives(source: &str) {
    let started = Instant::now();
    if let Ok(expression) = Expression::parse(source) {
        let _ = expression.decide(&case());
        let _ = expression.evaluate(&case());
    }
    assert!(started.elapsed().as_secs() < 5, "{source} took {:?}", started.elapsed());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..Default::default() })]

    #[test]
    fn any_text_is_survived(source in "\\PC{0,200}|[ -~]{0,2000}|(?s:.{0,2000})") {
        survives(&source);
    }

    #[test]
    fn nearly_right_text_is_survived(source in scraps()) {
        survives(&source);
    }
}
