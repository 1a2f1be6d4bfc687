//! What is typed, and what becomes of it.

use locale::words::Lang;
use serde_json::{Value, json};

use super::{filled, made_of, one, outcome, permit};
use crate::{Answers, Role, Typed};

#[test]
fn a_filled_form_becomes_answers() {
    let answers = permit().check(&filled(), &|_| 1).unwrap();
    assert_eq!(
        Value::Object(answers.clone().into_json()),
        json!({
            "company": "شركت نمونه", "companyId": "10380284790", "officer": "0499370899",
            "mobile": "+989123456789", "kind": "issue", "amount": 12_500_000,
            "invoiceDate": "2026-05-27", "notes": "سطر یک\nسطر دو", "consent": true,
        })
    );
    let variables = permit().process_variables(&answers);
    assert_eq!(Value::Object(variables), json!({"kind": "issue", "amount": 12_500_000}));
    assert_eq!(permit().told(Role::ContactMobile, &answers), Some("+989123456789"));
    assert_eq!(permit().told(Role::CompanyId, &answers), Some("10380284790"));
}

#[test]
fn an_empty_form_tells_every_problem_at_once() {
    let problems = permit().check(&Typed::default(), &|_| 0).unwrap_err();
    let codes: Vec<_> = problems.iter().map(|(key, flaw)| (key, flaw.code.as_str())).collect();
    assert_eq!(
        codes,
        [
            ("company", "required"),
            ("companyId", "required"),
            ("consent", "checkbox-required"),
            ("invoice", "file-required"),
            ("kind", "choice-required"),
            ("mobile", "required"),
            ("officer", "required"),
        ]
    );
    let nothing = permit().process_variables(&Answers::default());
    assert_eq!(Value::Object(nothing), json!({"kind": null, "amount": null}));
}

#[test]
fn texts() {
    let line = one(json!({"type": "textfield", "validate": {"minLength": 3, "maxLength": 5}}));
    for (typed, made) in [
        ("", Ok(json!(null))),
        ("  \u{200f} ", Ok(json!(null))),
        ("سلام", Ok(json!("سلام"))),
        (" a\n b ", Ok(json!("a b"))),
        ("می\u{200c}رو", Ok(json!("می\u{200c}رو"))),
        ("شماره", Ok(json!("شماره"))),
        ("يك۱", Ok(json!("يك۱"))),
        ("ab\u{202e}c", Ok(json!("abc"))),
        ("ab\u{0}c", Ok(json!("abc"))),
        ("ab", Err("too-short")),
        ("شماره۶", Err("too-long")),
    ] {
        assert_eq!(made_of(&line, typed), made.map_err(str::to_owned), "{typed:?}");
    }
    let area = one(json!({"type": "textarea"}));
    assert_eq!(made_of(&area, " a\r\nb "), Ok(json!("a\nb")));
    assert_eq!(made_of(&area, &"آ".repeat(20_000)), Ok(json!("آ".repeat(20_000))));
    assert_eq!(made_of(&area, &"آ".repeat(500_000)), Err("too-long".to_owned()));
    let short = one(json!({"type": "textfield"}));
    assert_eq!(made_of(&short, &"آ".repeat(501)), Err("too-long".to_owned()));
}

#[test]
fn numbers() {
    let whole = one(json!({"type": "number", "validate": {"min": -5, "max": 2_000_000}}));
    for (typed, made) in [
        ("", Ok(json!(null))),
        ("0", Ok(json!(0))),
        ("007", Ok(json!(7))),
        ("۱۲۳", Ok(json!(123))),
        ("١٢٣", Ok(json!(123))),
        ("1,234,567", Ok(json!(1_234_567))),
        ("۱٬۲۳۴", Ok(json!(1234))),
        ("۱،۲۳۴", Ok(json!(1234))),
        ("12 500", Ok(json!(12_500))),
        ("-5", Ok(json!(-5))),
        ("\u{2212}۵", Ok(json!(-5))),
        ("1.0", Ok(json!(1))),
        ("1,5", Err("number-invalid")),
        ("1,23,456", Err("number-invalid")),
        (",123", Err("number-invalid")),
        ("1.5", Err("number-whole")),
        ("-6", Err("number-range")),
        ("2000001", Err("number-range")),
        ("1e3", Err("number-invalid")),
        ("+1", Err("number-invalid")),
        ("--1", Err("number-invalid")),
        ("1.", Err("number-invalid")),
        (".", Err("number-invalid")),
        ("-", Err("number-invalid")),
        ("NaN", Err("number-invalid")),
        ("دوازده", Err("number-invalid")),
        ("1234567890123456", Err("number-too-long")),
    ] {
        assert_eq!(made_of(&whole, typed), made.map_err(str::to_owned), "{typed:?}");
    }
    let tenths = one(json!({"type": "number", "decimalDigits": 2, "validate": {"min": 0.5}}));
    for (typed, made) in [
        ("0.5", Ok(json!(0.5))),
        ("۲٫۷۵", Ok(json!(2.75))),
        ("2.500", Ok(json!(2.5))),
        ("0.1", Err("number-small")),
        ("-0.75", Err("number-small")),
        ("2.755", Err("number-decimals")),
    ] {
        assert_eq!(made_of(&tenths, typed), made.map_err(str::to_owned), "{typed:?}");
    }
    let capped = one(json!({"type": "number", "validate": {"max": 10}}));
    assert_eq!(made_of(&capped, "11"), Err("number-large".to_owned()));
}

#[test]
fn choices_and_boxes() {
    let values = json!([{"value": "a", "label": "آ"}, {"value": "b-1", "label": "ب"}]);
    for kind in ["select", "radio"] {
        let choice = one(json!({"type": kind, "values": values}));
        assert_eq!(made_of(&choice, "a"), Ok(json!("a")));
        assert_eq!(made_of(&choice, " b-1 "), Ok(json!("b-1")));
        assert_eq!(made_of(&choice, ""), Ok(json!(null)));
        assert_eq!(made_of(&choice, "آ"), Err("choice-unknown".to_owned()));
        assert_eq!(made_of(&choice, "A"), Err("choice-unknown".to_owned()));
    }
    let tick = one(json!({"type": "checkbox"}));
    assert_eq!(made_of(&tick, "on"), Ok(json!(true)));
    assert_eq!(made_of(&tick, ""), Ok(json!(false)));
    assert_eq!(made_of(&tick, "maybe"), Ok(json!(false)));
}

#[test]
fn identity_numbers() {
    let code = one(json!({"type": "nationalId"}));
    for (typed, made) in [
        ("", Ok(json!(null))),
        (" \u{200f}", Ok(json!(null))),
        ("0499370899", Ok(json!("0499370899"))),
        ("۰۴۹۹۳۷۰۸۹۹", Ok(json!("0499370899"))),
        ("٠٤٩٩٣٧٠٨٩٩", Ok(json!("0499370899"))),
        ("049 937 0899", Ok(json!("0499370899"))),
        ("499370899", Err("national-code-zeros")),
        ("۴۹۹۳۷۰۸۹۹", Err("national-code-zeros")),
        ("499370898", Err("flaw-national-code-length")),
        ("0499370898", Err("flaw-national-code-check")),
        ("1111111111", Err("flaw-national-code-repeated")),
        ("04993708991", Err("flaw-national-code-length")),
        ("049937089x", Err("flaw-national-code-format")),
    ] {
        assert_eq!(made_of(&code, typed), made.map_err(str::to_owned), "{typed:?}");
    }
    let company = one(json!({"type": "companyId"}));
    for (typed, made) in [
        ("۱۰۳۸۰۲۸۴۷۹۰", Ok(json!("10380284790"))),
        ("10380284792", Err("flaw-company-id-check")),
        ("1038028479", Err("flaw-company-id-length")),
        ("14000000000", Err("flaw-company-id-blank")),
        ("شرکت", Err("flaw-company-id-format")),
    ] {
        assert_eq!(made_of(&company, typed), made.map_err(str::to_owned), "{typed:?}");
    }
    let mobile = one(json!({"type": "mobile"}));
    for (typed, made) in [
        ("9123456789", Ok(json!("+989123456789"))),
        ("+98 912 345 6789", Ok(json!("+989123456789"))),
        ("۰۹۱۲۳۴۵۶۷۸۹", Ok(json!("+989123456789"))),
        ("0912345678", Err("flaw-mobile-format")),
        ("02188881234", Err("flaw-mobile-landline")),
    ] {
        assert_eq!(made_of(&mobile, typed), made.map_err(str::to_owned), "{typed:?}");
    }
}

#[test]
fn lost_zeros_are_proposed_and_not_put_in() {
    let code = one(json!({"type": "nationalId"}));
    let typed = code.take([("f".to_owned(), "۴۹۹۳۷۰۸۹۹".to_owned())]);
    let problems = code.check(&typed, &|_| 0).unwrap_err();
    for lang in Lang::ALL {
        assert!(problems.text(lang, "f").unwrap().contains("0499370899"));
    }
    assert!(!format!("{problems:?}{typed:?}").contains("499370899"), "not for a log");
    let view = code.view(Lang::Fa, &typed, &problems);
    assert!(!format!("{:?}", view.items).contains("۴۹۹"), "not for a log");
}

#[test]
fn dates() {
    let date = one(json!({"type": "date", "validate": {"min": "1921-03-21", "max": "2026-12-31"}}));
    for ([year, month, day], made) in [
        (["", "", ""], Ok(json!(null))),
        (["1405", "3", "6"], Ok(json!("2026-05-27"))),
        (["۱۴۰۵", "۰۳", "۰۶"], Ok(json!("2026-05-27"))),
        (["١٤٠٥", "٣", " ٦ "], Ok(json!("2026-05-27"))),
        (["1403", "12", "30"], Ok(json!("2025-03-20"))),
        (["1404", "12", "30"], Err("date-invalid")),
        (["1405", "7", "31"], Err("date-invalid")),
        (["1405", "13", "1"], Err("date-invalid")),
        (["1405", "0", "1"], Err("date-invalid")),
        (["1405", "خرداد", "6"], Err("date-invalid")),
        (["1405", "3", "-6"], Err("date-invalid")),
        (["99999999999", "3", "6"], Err("date-invalid")),
        (["1405", "", "6"], Err("date-incomplete")),
        (["05", "3", "6"], Err("date-year")),
        (["1299", "12", "29"], Err("date-early")),
        (["1405", "10", "11"], Err("date-late")),
        (["2026", "5", "27"], Err("date-late")),
    ] {
        let typed: Typed =
            [("f.year", year), ("f.month", month), ("f.day", day)].into_iter().collect();
        let checked = outcome(date.check(&typed, &|_| 0));
        assert_eq!(checked, made.map_err(str::to_owned), "{year}/{month}/{day}");
    }
    let required = one(json!({"type": "date", "validate": {"required": true}}));
    assert_eq!(outcome(required.check(&Typed::default(), &|_| 0)), Err("date-required".to_owned()));
}

#[test]
fn files_are_counted() {
    let files = one(json!({"type": "filepicker", "properties": {"maxFiles": 2}}));
    for (count, made) in [(0, Ok(json!(null))), (2, Ok(json!(null))), (3, Err("file-too-many"))] {
        let checked = files.check(&Typed::default(), &|key| if key == "f" { count } else { 99 });
        assert_eq!(outcome(checked), made.map_err(str::to_owned), "{count}");
    }
}

#[test]
fn only_what_the_form_asks_is_taken() {
    let pairs = [
        ("company", "A"),
        ("company", "B"),
        ("stage", "closed"),
        ("invoice", "x"),
        ("company.year", "1"),
        ("invoiceDate", "1"),
        ("invoiceDate.year", "1405"),
        ("invoiceDate.hour", "1"),
        ("", "1"),
        ("tenant_id", "1"),
        ("__proto__", "1"),
    ];
    let typed = permit().take(pairs.map(|(name, text)| (name.to_owned(), text.to_owned())));
    assert!(typed.iter().eq([("company", "A"), ("invoiceDate.year", "1405")]));
}
