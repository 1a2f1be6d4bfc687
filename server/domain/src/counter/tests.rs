//! What a clerk notes: what is in order and what is not.

use forms::Typed;
use locale::jalali::Day;
use locale::words::Lang;

use super::{IdentityKind, Visitor};

const PERSON: &[(&str, &str)] = &[
    ("channel", "in-person"),
    ("check", "national-card"),
    ("kind", "national-code"),
    ("id", "۰۴۹۹۳۷۰۸۹۹"),
    ("name", "مینا نمونه‌زاده"),
    ("mobile", "0912 345 6789"),
    ("mobileOwner", "own"),
    ("authority", "oneself"),
];

const COMPANY: &[(&str, &str)] = &[
    ("kind", "company-id"),
    ("id", "10380284790"),
    ("name", "شرکت آزمون"),
    ("authority", "power-of-attorney"),
    ("agentName", "پروین درگاهی"),
    ("agentKind", "national-code"),
    ("agentId", "0499370899"),
    ("documentNumber", "۱۲/ب"),
    ("documentUntil.day", "1"),
    ("documentUntil.month", "1"),
    ("documentUntil.year", "1408"),
    ("documentScope", "پیگیری و دریافت"),
];

/// What is noted otherwise, the field that needs another look, and what is wrong there.
type Wrong = (&'static [(&'static str, &'static str)], &'static str, &'static str);

fn today() -> Day {
    Day::new(1405, 9, 3).expect("a day")
}

/// What was noted, with these answers in place of others.
fn noted(changes: &[(&str, &str)]) -> Typed {
    changes.iter().chain(PERSON).copied().collect()
}

/// The fields that need another look, each with what is wrong.
fn problems(typed: Typed) -> Vec<(String, String)> {
    match Visitor::read(typed, today()) {
        Ok(_) => Vec::new(),
        Err(problems) => problems.iter().map(|(k, f)| (k.to_owned(), f.code.clone())).collect(),
    }
}

#[test]
fn what_is_in_order_is_brought_into_one_form() {
    let visitor = Visitor::read(noted(&[]), today()).expect("in order");
    assert_eq!(visitor.identity(IdentityKind::NationalCode).as_deref(), Some("0499370899"));
    assert_eq!(visitor.identity(IdentityKind::CompanyId), None);
    assert_eq!((visitor.mobile(), visitor.owns_mobile()), (Some("+989123456789"), true));
    assert_eq!(visitor.authority(), None);
    let company = Visitor::read(noted(COMPANY), today()).expect("in order");
    assert_eq!(company.identity(IdentityKind::CompanyId).as_deref(), Some("10380284790"));
    assert_eq!(company.authority(), Some("power-of-attorney"));
    assert!(company.summary(Lang::Fa).iter().any(|row| row.value == "پیگیری و دریافت"));
}

#[test]
fn a_number_that_is_somebody_elses_and_none_at_all_are_told_apart() {
    let others = Visitor::read(noted(&[("mobileOwner", "other")]), today()).expect("in order");
    assert_eq!((others.mobile().is_some(), others.owns_mobile()), (true, false));
    let none = [("mobile", ""), ("mobileOwner", "own")];
    let none = Visitor::read(noted(&none), today()).expect("in order");
    assert_eq!((none.mobile(), none.owns_mobile()), (None, false));
}

#[test]
fn what_is_not_in_order_is_told_at_its_field() {
    let table: &[Wrong] = &[
        (&[("channel", "")], "channel", "choice-required"),
        (&[("channel", "carrier-pigeon")], "channel", "choice-unknown"),
        (&[("check", "")], "check", "choice-required"),
        (&[("id", "0499370898")], "id", "flaw-national-code-check"),
        (&[("id", "1111111111")], "id", "flaw-national-code-repeated"),
        (&[("id", "499370899")], "id", "national-code-zeros"),
        (&[("id", " ")], "id", "required"),
        (&[("kind", "foreign-id"), ("id", "1234567")], "id", "foreign-id"),
        (&[("kind", "foreign-id"), ("id", "12345678a")], "id", "foreign-id"),
        (&[("kind", "company-id"), ("authority", "gazette")], "id", "flaw-company-id-length"),
        (&[("mobile", "02188881234")], "mobile", "flaw-mobile-landline"),
        (&[("mobileOwner", "")], "mobileOwner", "choice-required"),
        (&[("authority", "gazette")], "agentName", "required"),
        (&[("authority", "gazette")], "documentUntil", "date-required"),
    ];
    for (changes, field, flaw) in table {
        let found = problems(noted(changes));
        let expected = ((*field).to_owned(), (*flaw).to_owned());
        assert!(found.contains(&expected), "{changes:?}: {found:?}");
    }
}

#[test]
fn a_company_comes_through_somebody_with_a_document_that_is_still_valid() {
    let with = |changes: &[(&'static str, &'static str)]| {
        let all: Vec<_> = changes.iter().chain(COMPANY).copied().collect();
        problems(noted(&all))
    };
    assert_eq!(with(&[]), []);
    let one = |field: &str, flaw: &str| vec![(field.to_owned(), flaw.to_owned())];
    assert_eq!(with(&[("authority", "oneself")]), one("authority", "company-agent"));
    let yesterday = [("documentUntil.year", "1405"), ("documentUntil.month", "9")];
    let day = |day| [yesterday[0], yesterday[1], ("documentUntil.day", day)];
    assert_eq!(with(&day("2")), one("documentUntil", "document-expired"));
    assert_eq!(with(&day("3")), [], "valid on the day itself");
    assert_eq!(with(&[("agentId", "0499370898")]), one("agentId", "flaw-national-code-check"));
}

#[test]
fn what_is_known_is_not_asked_again() {
    let json = serde_json::json!({
        "type": "default", "schemaVersion": 19, "id": "sample", "components": [
            { "type": "textfield", "key": "who", "label": "نام", "properties": { "role": "applicantName" } },
            { "type": "nationalId", "key": "code", "label": "کد ملی", "properties": { "role": "nationalCode" } },
            { "type": "companyId", "key": "company", "label": "شناسه", "properties": { "role": "companyId" } },
            { "type": "mobile", "key": "phone", "label": "همراه", "properties": { "role": "contactMobile" } }
        ]
    });
    let form = forms::Form::parse(&json).expect("a form");
    let typed = Visitor::read(noted(&[]), today()).expect("in order").prefill(&form);
    let values = ["who", "code", "company", "phone"].map(|key| typed.get(key));
    assert_eq!(values, ["مینا نمونه‌زاده", "0499370899", "", "0912 345 6789"]);
}
