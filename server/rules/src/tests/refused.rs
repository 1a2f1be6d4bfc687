//! What the guard refuses.

use std::time::Instant;

use serde_json::json;

use super::facts;
use crate::{Expression, MAX_CHARS, Problem, check};

#[test]
fn what_could_stop_the_process_is_refused() {
    for source in [
        "{f: function(n) f(n+1), r: f(1)}.r",
        "function(x) x",
        "(function(x) x)(1)",
        r#"{f: function(x) external {java: {class: "java.lang.Math", method signature: "cos(double)"}}, r: f(1)}.r"#,
        "sort(units, function(x, y) x < y)",
        "for i in 1..100000 return i",
        "for i in [1..100000] return i",
        "for i in a..b return i",
        "for x in units, y in units return x",
        "some x in units, y in units satisfies x = y",
        "for x in units return for y in units return y",
        "for x in (for y in units return y) return x",
        "some x in units satisfies some y in units satisfies x = y",
        "units[count(units[item = \"lab\"]) > 0]",
        "for x in documents return documents[pages > 1]",
        "for x in concatenate(units, units) return x",
        "for x in flatten(documents) return x",
        "concatenate(units, units)[item = \"lab\"]",
        "for x in units return partial",
        r#"{a: "x", b: a + a, c: b + b, d: c + c}"#,
        "{f: floor, r: f(1.5)}.r",
        "now() > now()",
        "today() = today()",
        r#"range("[1..2]")"#,
        r#"replace(outcome, ".", "$0$0")"#,
        r#"matches(outcome, "(a+)+$")"#,
        r#"string join(split(outcome, ""), outcome)"#,
        "distinct values(units)",
        "applicant.kind(1)",
        "a == b",
        "a = = b",
        "a and > 5",
    ] {
        let problem = Expression::parse(source).unwrap_err();
        assert!(matches!(problem, Problem::Forbidden(_)), "{source}: {problem:?}");
    }
}

#[test]
fn what_is_not_feel_is_refused_when_it_is_written() {
    for source in [
        "",
        " ",
        "=",
        "a +",
        "(a",
        "a)",
        "if a then b",
        "\"open",
        "a ? b : c",
        "a && b",
        "{a: }",
        "for x in",
        "[1, 2",
        "$",
        "\u{0}",
        r#""\uD83D\uDCA9" = a +"#,
    ] {
        let problem = Expression::parse(source).unwrap_err();
        assert!(matches!(problem, Problem::Syntax(_)), "{source}: {problem:?}");
        assert!(check(source).unwrap_err().starts_with("this is not a FEEL expression"));
    }
}

#[test]
fn size_is_limited_at_the_very_number() {
    let sum = |terms: usize| vec!["1"; terms].join("+") + "=1";
    let list = |items: usize| format!("count([{}])=1", vec!["1"; items].join(","));
    let deep = |levels: usize| format!("{}1{}", "(-".repeat(levels), ")".repeat(levels));
    let long = |chars: usize| format!("\"{}\"", "آ".repeat(chars - 2));
    for (source, expected) in [
        (long(MAX_CHARS), Ok(())),
        (long(MAX_CHARS + 1), Err(Problem::TooLong)),
        (list(200), Ok(())),
        (list(201), Err(Problem::Forbidden("a list of more than 200 items"))),
        (format!("[{},{}]", list(200), list(200)), Ok(())),
        (format!("[{},{},{}]", list(200), list(200), list(200)), Err(Problem::TooManyNodes)),
        (deep(63), Ok(())),
        (deep(64), Err(Problem::TooDeep)),
        (sum(60), Ok(())),
        (sum(70), Err(Problem::TooDeep)),
    ] {
        assert_eq!(Expression::parse(&source).map(drop), expected, "{source:.40}");
    }
}

#[test]
fn a_long_row_of_words_is_refused_before_the_parser_sees_it() {
    let endless = Problem::Forbidden("more than 64 words and operators in a row");
    for (source, accepted) in [
        (vec!["a"; 32].join(" and "), true),
        (vec!["a"; 32].join("+"), true),
        (vec!["a"; 34].join("+"), false),
        ("a.".repeat(999) + "a", false),
        ("a ".repeat(999), false),
        ("if a then ".repeat(199), false),
        (format!("a /{} */ = 5", "* b".repeat(600)), true),
        (format!("outcome = \"{}\"", "word ".repeat(300)), true),
        (format!("{} = 1", vec!["a"; 32].join(" + ")), true),
    ] {
        let started = Instant::now();
        let parsed = Expression::parse(&source).map(drop);
        if accepted {
            assert_eq!(parsed, Ok(()));
        } else {
            assert_eq!(parsed, Err(endless.clone()));
        }
        assert!(started.elapsed().as_secs() < 5, "{source:.30} took {:?}", started.elapsed());
    }
}

#[test]
fn facts_are_limited() {
    let list = |items: usize| facts(json!({ "list": vec![1; items], "unused": vec![1; 5_000] }));
    let some = Expression::parse("some x in list satisfies x = 2").unwrap();
    assert_eq!(some.decide(&list(200)), Ok(false));
    assert_eq!(some.decide(&list(201)), Err(Problem::ListTooLong));

    let inner = Expression::parse("count(outer.inner) > 0").unwrap();
    let nested = facts(json!({ "outer": { "inner": vec![1; 201] } }));
    assert_eq!(inner.decide(&nested), Err(Problem::ListTooLong));

    let deep = (0..40).fold(json!(1), |inner, _| json!({ "a": inner }));
    let path = Expression::parse("deep.a.a = null").unwrap();
    assert_eq!(path.decide(&facts(json!({ "deep": deep }))), Err(Problem::FactsTooDeep));

    let text = facts(json!({ "list": vec![1; 200], "t": "x".repeat(20_000) }));
    let copies = format!("count(for x in list return [{}]) > 1", vec!["t"; 200].join(","));
    assert_eq!(Expression::parse(&copies).unwrap().decide(&text), Err(Problem::TooMuch));
    let modest = Expression::parse("count(for x in list return x + string length(t)) > 1").unwrap();
    assert_eq!(modest.decide(&text), Ok(true));
}

#[test]
fn the_dearest_expression_that_passes_ends_soon() {
    let names = vec!["l"; 190].join(",");
    let source = format!("count(for x in l return [{names}]) > 1");
    let expression = Expression::parse(&source).unwrap();
    let longest = (1..=200).rev().find_map(|items| {
        let facts = facts(json!({ "l": vec!["x"; items] }));
        expression.decide(&facts).is_ok().then_some((items, facts))
    });
    let (_, facts) = longest.expect("a short list passes");
    let started = Instant::now();
    assert_eq!(expression.decide(&facts), Ok(true));
    assert!(started.elapsed().as_secs() < 20, "took {:?}", started.elapsed());
}
