//! What tables decide.

use serde_json::{Value as Json, json};

use super::super::{Fault, Kind, Policy, Table};
use super::{decide, input, output, table};
use crate::Problem;

/// Who decides about a request, by its sum and kind.
fn route(policy: Policy) -> Table {
    table(
        policy,
        vec![input("amount", Kind::Number), input("نوع درخواست", Kind::Text)],
        vec![output("", Kind::Text, r#""manager", "expert", "clerk""#)],
        &[
            &["> 1000", "-", r#""manager""#],
            &["[500..1000]", r#""صدور", "تمدید""#, r#""expert""#],
            &["< 500", r#"not("اصلاح")"#, r#""clerk""#],
            &["-", r#""اصلاح""#, r#""expert""#],
        ],
    )
}

fn value(table: &Table, known: Json) -> Result<Json, Fault> {
    decide(table, known).map(|verdict| verdict.value).map_err(|flaw| flaw.fault)
}

#[test]
fn the_rule_that_fits_decides() {
    for (amount, kind, expected, rules) in [
        (json!(2000), "صدور", "manager", vec![1]),
        (json!(1000), "تمدید", "expert", vec![2]),
        (json!(499.99), "صدور", "clerk", vec![3]),
        (json!(10), "اصلاح", "expert", vec![4]),
    ] {
        let verdict =
            decide(&route(Policy::Unique), json!({"amount": amount, "نوع درخواست": kind})).unwrap();
        assert_eq!((verdict.value, verdict.rules), (json!(expected), rules));
    }
}

#[test]
fn each_policy_says_together_what_the_rules_say() {
    let both = json!({"amount": 2000, "نوع درخواست": "اصلاح"});
    for (policy, expected) in [
        (Policy::Unique, Err(Fault::SeveralHits(vec![1, 4]))),
        (Policy::First, Ok(json!("manager"))),
        (Policy::Any, Err(Fault::Disagreement(vec![1, 4]))),
        (Policy::Priority, Ok(json!("manager"))),
        (Policy::RuleOrder, Ok(json!(["manager", "expert"]))),
        (Policy::OutputOrder, Ok(json!(["manager", "expert"]))),
        (Policy::Collect, Ok(json!(["manager", "expert"]))),
        (Policy::Count, Ok(json!(2))),
        (Policy::Min, Ok(json!("expert"))),
        (Policy::Sum, Err(Fault::Expression(Problem::Null))),
    ] {
        assert_eq!(value(&route(policy), both.clone()), expected, "{policy:?}");
    }
    let mut upside_down = route(Policy::Priority);
    upside_down.rules.reverse();
    assert_eq!(value(&upside_down, both.clone()), Ok(json!("manager")));
    assert_eq!(decide(&upside_down, both.clone()).unwrap().rules, [4]);
    upside_down.policy = Policy::OutputOrder;
    assert_eq!(decide(&upside_down, both).unwrap().rules, [4, 1]);

    let fees = |policy| {
        let rows: &[&[&str]] = &[&["> 0", "100"], &["> 10", "250.5"], &["> 20", "base * 2"]];
        table(policy, vec![input("pages", Kind::Number)], vec![output("", Kind::Number, "")], rows)
    };
    let known = json!({"pages": 30, "base": 7});
    assert_eq!(value(&fees(Policy::Sum), known.clone()), Ok(json!(364.5)));
    assert_eq!(value(&fees(Policy::Max), known.clone()), Ok(json!(250.5)));
    assert_eq!(value(&fees(Policy::Min), known), Ok(json!(14)));
}

#[test]
fn when_no_rule_fits_the_default_is_said_or_nothing_is() {
    let nobody = json!({"amount": 700, "نوع درخواست": "other"});
    let mut route = route(Policy::First);
    assert_eq!(value(&route, nobody.clone()), Err(Fault::NoHit));
    route.outputs[0].default = r#""clerk""#.to_owned();
    let verdict = decide(&route, nobody.clone()).unwrap();
    assert_eq!((verdict.value, verdict.rules), (json!("clerk"), vec![]));
    route.outputs[0].default.clear();
    for (policy, expected) in [
        (Policy::Collect, Ok(json!([]))),
        (Policy::Count, Ok(json!(0))),
        (Policy::Sum, Err(Fault::NoHit)),
        (Policy::Any, Err(Fault::NoHit)),
    ] {
        assert_eq!(value(&Table { policy, ..route.clone() }, nobody.clone()), expected);
    }
}

#[test]
fn what_is_missing_or_of_another_type_never_reaches_the_last_rule() {
    let null = Fault::Expression(Problem::Null);
    for (known, fault, at) in [
        (json!({"نوع درخواست": "صدور"}), null.clone(), "decision: rule 1: input 1: "),
        (
            json!({"amount": null, "نوع درخواست": "صدور"}),
            null.clone(),
            "decision: rule 1: input 1: ",
        ),
        (json!({"amount": 700}), null.clone(), "decision: rule 2: input 2: "),
        (
            json!({"amount": "700", "نوع درخواست": "x"}),
            Fault::Type("number"),
            "decision: input 1: ",
        ),
        (json!({"amount": 700, "نوع درخواست": true}), Fault::Type("string"), "decision: input 2: "),
        (
            json!({"amount": [700], "نوع درخواست": "x"}),
            Fault::Type("number"),
            "decision: input 1: ",
        ),
    ] {
        let flaw = decide(&route(Policy::First), known.clone()).unwrap_err();
        assert_eq!((&flaw.fault, flaw.place.to_string().as_str()), (&fault, at), "{known}");
    }
    // A column without a type compares with what its cells say.
    let rows: &[&[&str]] = &[&[r#""a""#, "1"], &["3", "2"], &["-", "9"]];
    let untyped =
        table(Policy::First, vec![input("x", Kind::Any)], vec![output("", Kind::Number, "")], rows);
    assert_eq!(value(&untyped, json!({"x": "a"})), Ok(json!(1)));
    assert_eq!(value(&untyped, json!({"x": "b"})), Err(Fault::Type("string")));
    assert_eq!(value(&untyped, json!({"x": 3})), Err(Fault::Type("number")));
    // A list of tests is not passed because the first of them cannot be made.
    let mixed: &[&[&str]] = &[&[r#"< 3, "x", > 5"#, "1"], &["-", "9"]];
    let mixed = table(
        Policy::First,
        vec![input("x", Kind::Any)],
        vec![output("", Kind::Number, "")],
        mixed,
    );
    assert_eq!(value(&mixed, json!({"x": 9})), Err(Fault::Type("number")));
    // Whoever means a missing value says so.
    let asked: &[&[&str]] = &[&["null", "1"], &["not(null)", "2"]];
    let asked = table(
        Policy::First,
        vec![input("x", Kind::Number)],
        vec![output("", Kind::Number, "")],
        asked,
    );
    assert_eq!(value(&asked, json!({})), Ok(json!(1)));
    assert_eq!(value(&asked, json!({"x": 5})), Ok(json!(2)));
}

#[test]
fn cells_ask_what_feel_can_ask() {
    let ask = |cell: &str, kind: Kind, known: Json| {
        let rows: &[&[&str]] = &[&[cell, "true"], &["-", "false"]];
        let outputs = vec![output("", Kind::Boolean, "")];
        value(&table(Policy::First, vec![input("x", kind)], outputs, rows), known)
    };
    for (cell, kind, known, expected) in [
        ("? > 5 and ? < 10", Kind::Number, json!({"x": 7}), true),
        ("? > 5 and ? < 10", Kind::Number, json!({"x": 12}), false),
        (r#"starts with(?, "تهر")"#, Kind::Text, json!({"x": "تهران"}), true),
        ("> limit", Kind::Number, json!({"x": 7, "limit": 5}), true),
        ("limits", Kind::Number, json!({"x": 7, "limits": [5, 7]}), true),
        ("not(3, 4)", Kind::Number, json!({"x": 5}), true),
        ("(5..7], ]8..9[", Kind::Number, json!({"x": 5}), false),
        ("(5..7], ]8..9[", Kind::Number, json!({"x": 8.5}), true),
        (
            r#"[date("2026-03-21")..date("2027-03-20")]"#,
            Kind::Date,
            json!({"x": "2026-11-24"}),
            true,
        ),
        (r#"> duration("P10D")"#, Kind::DayTime, json!({"x": "P11D"}), true),
        (
            r#"< @"2026-11-24T10:00:00+03:30""#,
            Kind::DateTime,
            json!({"x": "2026-11-24T09:59:00+03:30"}),
            true,
        ),
        ("true", Kind::Boolean, json!({"x": false}), false),
        ("!= \"a\"", Kind::Text, json!({"x": "b"}), true),
        ("-", Kind::Number, json!({}), true),
        ("", Kind::Number, json!({}), true),
    ] {
        assert_eq!(ask(cell, kind, known.clone()), Ok(json!(expected)), "{cell} {known}");
    }
}

#[test]
fn several_outputs_come_under_their_names_and_inputs_keep_to_their_values() {
    let rows: &[&[&str]] = &[&["> 5", r#""manager""#, "10"], &["-", r#""clerk""#, "3"]];
    let mut several = table(
        Policy::First,
        vec![input("amount", Kind::Number)],
        vec![output("to", Kind::Text, ""), output("days", Kind::Number, "")],
        rows,
    );
    assert_eq!(value(&several, json!({"amount": 6})), Ok(json!({"to": "manager", "days": 10})));
    several.inputs[0].values = "[0..100]".to_owned();
    assert_eq!(value(&several, json!({"amount": 101})), Err(Fault::NotListed));
}

#[test]
fn a_flaw_never_tells_a_fact() {
    let flaw = decide(&route(Policy::First), json!({"amount": "0499370899"})).unwrap_err();
    assert!(!format!("{flaw} {flaw:?} {}", flaw.fault.detail()).contains("0499"));
}
