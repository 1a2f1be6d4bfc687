//! What expressions give.

use serde_json::json;

use super::{case, decide, facts};
use crate::{Expression, Problem};

#[test]
fn conditions_are_decided() {
    for (source, expected) in [
        (r#"outcome = "complete""#, true),
        (r#"= outcome = "complete""#, true),
        (r#"outcome = "rejected""#, false),
        ("amount > 10000000 and not(a = b)", true),
        ("0.1 + 0.2 = 0.3", true),
        ("rate + 0.2 = 0.3", true),
        ("urgent", true),
        ("nothing = null", true),
        ("never set = null", true),
        (r#"نوع درخواست = "صدور""#, true),
        (r#"نوع   درخواست = "صدور" and مبلغ >= 250"#, true),
        ("string length(کد\u{200c}ملی) = 10", true),
        ("a-b = 100", true),
        ("a - b = 100", true),
        ("b - a = -3", true),
        (r#"applicant.kind = "company" and applicant.since.year < 1403"#, true),
        (r#"applicant.نام خانوادگی = "محمدی""#, true),
        ("if urgent then a > 4 else a > 100", true),
        (r#"some d in documents satisfies d.kind = "licence" and not(d.ok)"#, true),
        ("every d in documents satisfies d.ok", false),
        (r#"count(documents[kind = "invoice"]) = 1"#, true),
        (r#"documents[1].kind = "invoice" and documents[-1].pages = 7"#, true),
        ("sum(for d in documents return d.pages * 2) = 18", true),
        (r#"list contains(units, "lab")"#, true),
        (r#"units[1] in ("lab", "legal")"#, true),
        ("a in [1..5]", true),
        ("a in (< 3, > 4)", true),
        ("a in > 9", false),
        ("not(a in (1, 2))", true),
        ("a between 1 and 4 or b = 2", true),
        (r#"date("2026-05-27") + duration("P10D") = date("2026-06-06")"#, true),
        (
            r#"date and time("2026-05-27T10:00:00@Asia/Tehran") < date and time("2026-05-28T10:00:00@Asia/Tehran")"#,
            true,
        ),
        (r#"@"2026-05-27" < @"2026-05-28""#, true),
        (r#"date = "2026-05-27""#, true),
        ("amount instance of number", true),
        ("{x: a, y: b}.y = 2", true),
        ("/* why */ a > b // because", true),
    ] {
        assert_eq!(decide(source), Ok(expected), "{source}");
    }
}

#[test]
fn null_and_other_types_are_problems_and_never_no() {
    for (source, expected) in [
        ("missing.field > 3", Problem::Null),
        ("never set > 3", Problem::Null),
        ("nothing > 3", Problem::Null),
        (r#"amount > "3""#, Problem::Null),
        (r#"amount = "12500000""#, Problem::Null),
        ("null", Problem::Null),
        ("if nothing then null else null", Problem::Null),
        ("amount", Problem::NotBoolean),
        (r#""yes""#, Problem::NotBoolean),
        ("documents", Problem::NotBoolean),
        ("documents[1]", Problem::NotBoolean),
        ("count", Problem::NotBoolean),
    ] {
        assert_eq!(decide(source), Err(expected), "{source}");
    }
}

#[test]
fn data_comes_as_json() {
    for (source, expected) in [
        ("amount + 1", json!(12_500_001)),
        ("rate + 0.2", json!(0.3)),
        ("1/3", json!("0.3333333333333333333333333333333333")),
        (r#""say \"hi\"""#, json!("say \"hi\"")),
        ("documents.pages", json!([2, 7])),
        (
            r#"{name: applicant.kind, "due on": date("2026-05-27")}"#,
            json!({"name": "company", "due on": "2026-05-27"}),
        ),
        (r#"duration("P1DT2H")"#, json!("P1DT2H")),
        ("[nothing, urgent]", json!([null, true])),
        (r#"if amount > 10 then "manager" else "expert""#, json!("manager")),
    ] {
        assert_eq!(Expression::parse(source).unwrap().evaluate(&case()), Ok(expected), "{source}");
    }
    for (source, expected) in
        [("nothing", Problem::Null), ("floor", Problem::NotData), ("[1..5]", Problem::NotData)]
    {
        assert_eq!(Expression::parse(source).unwrap().evaluate(&case()), Err(expected), "{source}");
    }
}

#[test]
fn one_expression_reads_the_facts_it_is_given() {
    let difference = Expression::parse("a-b > 50").unwrap();
    assert_eq!(difference.decide(&facts(json!({"a": 5, "b": 2}))), Ok(false));
    assert_eq!(difference.decide(&facts(json!({"a": 5, "b": 2, "a-b": 60}))), Ok(true));
    assert_eq!(difference.decide(&facts(json!({"a": 90, "b": 2}))), Ok(true));

    let keyword = "date of birth > 5";
    assert!(Expression::parse(keyword).is_err());
    let knowing = Expression::parse_knowing(keyword, ["date of birth"]).unwrap();
    assert_eq!(knowing.decide(&facts(json!({"date of birth": 6}))), Ok(true));
}

#[test]
fn the_names_it_reads_are_told() {
    let expression =
        Expression::parse(r#"outcome = "x" and applicant.kind = نوع درخواست"#).unwrap();
    assert!(expression.names().into_iter().eq(["applicant", "outcome", "نوع درخواست"]));
}

#[test]
fn a_problem_never_tells_a_fact() {
    let secret = facts(json!({"applicant": {"code": "0499370899"}}));
    for source in ["applicant.name = 1", "applicant > 1", "applicant", "applicant.code > 1"] {
        let problem = Expression::parse(source).unwrap().decide(&secret).unwrap_err();
        assert!(!format!("{problem} {problem:?} {}", problem.code()).contains("0499"), "{source}");
    }
}
