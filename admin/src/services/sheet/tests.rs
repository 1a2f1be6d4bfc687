//! A sheet survives its form, and slips in it are told beside their inputs.

use forms::Problems;
use serde_json::Value;

use super::page::sample_sheet;
use super::read::{flatten, read};
use crate::services::typed::Typed;

fn changed(changes: &[(&str, &str)]) -> Typed {
    let mut typed = flatten(&sample_sheet());
    for (name, value) in changes {
        typed.set(*name, *value);
    }
    typed
}

fn codes(problems: &Problems) -> Vec<String> {
    problems.iter().map(|(key, flaw)| format!("{key} {}", flaw.code)).collect()
}

#[test]
fn a_sheet_that_is_saved_unchanged_is_the_same() {
    let sheet = sample_sheet();
    let again = read(&flatten(&sheet)).unwrap();
    let json = |sheet: &domain::catalogue::Sheet| serde_json::to_value(sheet).unwrap();
    for (name, value) in json(&sheet).as_object().unwrap() {
        assert_eq!(json(&again).get(name), Some(value), "{name}");
    }
    assert_eq!(again, sheet);
}

#[test]
fn what_is_typed_is_read() {
    let typed = changed(&[
        ("title.fa", "  عنوان تازه "),
        ("parent_agency.fa", ""),
        ("parent_agency.en", ""),
        ("fees.0.amount", "۱٬۲۵۰٬۰۰۰"),
        ("fees.1._remove", "on"),
        ("fees.2.title.fa", "هزینهٔ تازه"),
        ("fees.2.amount", "0"),
        ("duration.span.working_days", "۱۵"),
        ("audience.citizens", "on"),
        ("edition.approved_on", "۱۴۰۵/۷/۱"),
        ("sla.fa", "یک\n\nدو"),
        ("sla.en", "One"),
    ]);
    let sheet = read(&typed).unwrap();
    assert_eq!(sheet.title.fa, "عنوان تازه");
    assert_eq!(sheet.parent_agency, None);
    let fees: Vec<_> = sheet.fees.iter().map(|f| (f.title.fa.as_str(), f.amount)).collect();
    assert_eq!(fees, [("بررسی درخواست", Some(1_250_000)), ("هزینهٔ تازه", Some(0))]);
    assert_eq!(sheet.duration.span.working_days, 15);
    assert_eq!(sheet.audience.len(), 2);
    assert_eq!(sheet.edition.approved_on.to_string(), "1405/07/01");
    let said: Vec<_> = sheet.sla.iter().map(|s| (s.fa.as_str(), s.en.as_deref())).collect();
    assert_eq!(said, [("یک", Some("One")), ("دو", None)]);
}

#[test]
fn slips_are_told_beside_their_inputs() {
    let table: &[(&[(&str, &str)], &str)] = &[
        (&[("fees.0.amount", "بسیار")], "fees.0.amount number-invalid"),
        (&[("fees.0.amount", "-5")], "fees.0.amount number-invalid"),
        (&[("duration.span.days", "70000")], "duration.span.days number-large"),
        (&[("level", "lunar")], "level choice-unknown"),
        (&[("edition.approved_on", "1405/12/31")], "edition.approved_on date-invalid"),
        (&[("edition.number", "")], "edition.number required"),
        (&[("laws.0.link", "javascript:alert(1)")], "laws.0.link service-link"),
        (&[("title.fa", ""), ("title.en", "Title")], "title.fa required"),
        (&[("sla.fa", "یک"), ("sla.en", "One\nTwo")], "sla.en service-sentences"),
    ];
    for (changes, expected) in table {
        let problems = read(&changed(changes)).expect_err(expected);
        assert_eq!(codes(&problems), [*expected]);
    }
}

#[test]
fn every_row_of_the_sheet_has_its_input() {
    let sheet = serde_json::to_value(sample_sheet()).unwrap();
    let typed = flatten(&sample_sheet());
    let mut missing = Vec::new();
    leaves(&sheet, String::new(), &mut |at, value| {
        // What is no, nothing or one of a set stands in another input, or in none.
        let told = match value {
            Value::String(text) => {
                typed.get(&at) == text
                    || typed.0.values().any(|value| value.contains(text.as_str()))
                    || typed.0.keys().any(|name| name.ends_with(text.as_str()))
            }
            Value::Number(number) if number.as_i64() != Some(0) => {
                typed.get(&at) == number.to_string()
            }
            Value::Bool(true) => typed.is_ticked(&at),
            _ => true,
        };
        if !told {
            missing.push(at);
        }
    });
    assert_eq!(missing, Vec::<String>::new());
}

fn leaves(value: &Value, at: String, found: &mut impl FnMut(String, &Value)) {
    let join = |name: &str| if at.is_empty() { name.to_owned() } else { format!("{at}.{name}") };
    match value {
        Value::Object(members) => members.iter().for_each(|(n, v)| leaves(v, join(n), found)),
        Value::Array(list) => {
            list.iter().enumerate().for_each(|(no, v)| leaves(v, join(&no.to_string()), found));
        }
        leaf => found(at, leaf),
    }
}
