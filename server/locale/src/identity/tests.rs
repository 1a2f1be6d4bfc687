//! Identity numbers.

use std::fmt::Debug;

use strum::VariantArray;

use super::*;
use crate::words::{self, Lang};

fn check<T: Debug + PartialEq>(
    parse: fn(&str) -> Result<T, Flaw>,
    cases: &[(&str, Result<&str, Flaw>)],
    shown: fn(&T) -> &str,
) {
    for (typed, expected) in cases {
        let parsed = parse(typed);
        assert_eq!(parsed.as_ref().map(shown).map_err(|flaw| *flaw), *expected, "{typed}");
    }
}

#[test]
fn national_codes() {
    check(
        NationalCode::parse,
        &[
            ("0499370899", Ok("0499370899")),
            ("0790419904", Ok("0790419904")),
            ("0084575948", Ok("0084575948")),
            ("0012345679", Ok("0012345679")),
            ("1270000004", Ok("1270000004")),
            ("4372000006", Ok("4372000006")),
            ("2280000016", Ok("2280000016")),
            ("0070001235", Ok("0070001235")),
            ("0013579241", Ok("0013579241")),
            ("1234567891", Ok("1234567891")),
            ("۰۴۹۹۳۷۰۸۹۹", Ok("0499370899")),
            ("٠٤٩٩٣٧٠٨٩٩", Ok("0499370899")),
            (" 049-937089-9\u{200f}", Ok("0499370899")),
            ("0499370898", Err(Flaw::NationalCodeCheck)),
            ("1234567890", Err(Flaw::NationalCodeCheck)),
            ("1111111111", Err(Flaw::NationalCodeRepeated)),
            ("0000000000", Err(Flaw::NationalCodeRepeated)),
            ("499370899", Err(Flaw::NationalCodeLength)),
            ("04993708990", Err(Flaw::NationalCodeLength)),
            ("", Err(Flaw::NationalCodeLength)),
            ("04993708a9", Err(Flaw::NationalCodeFormat)),
            ("०४९९३७०८९९", Err(Flaw::NationalCodeFormat)),
        ],
        NationalCode::as_str,
    );
}

#[test]
fn a_national_code_that_lost_its_zeros_is_offered_whole() {
    for (typed, offered) in [
        ("499370899", Some("0499370899")),
        ("84575948", Some("0084575948")),
        ("499370898", None),
        ("0499370899", None),
        ("4575948", None),
        ("۴۹۹۳۷۰۸۹۹", Some("0499370899")),
    ] {
        let code = NationalCode::padded(typed);
        assert_eq!(code.as_ref().map(NationalCode::as_str), offered, "{typed}");
    }
}

#[test]
fn a_made_up_code_is_doubtful_and_not_refused() {
    for (typed, doubtful) in [("1234567891", true), ("0499370899", false), ("0790419904", false)] {
        assert_eq!(NationalCode::parse(typed).unwrap().is_doubtful(), doubtful, "{typed}");
    }
}

#[test]
fn the_last_four_digits_are_the_second_fact() {
    assert_eq!(NationalCode::parse("0499370899").unwrap().last4(), "0899");
}

#[test]
fn company_ids() {
    check(
        CompanyId::parse,
        &[
            ("10380284790", Ok("10380284790")),
            ("10861677542", Ok("10861677542")),
            ("10100171920", Ok("10100171920")),
            ("10320894878", Ok("10320894878")),
            ("10101234565", Ok("10101234565")),
            ("14003456780", Ok("14003456780")),
            ("10320123452", Ok("10320123452")),
            ("10860123456", Ok("10860123456")),
            ("۱۰۳۸۰۲۸۴۷۹۰", Ok("10380284790")),
            ("10380284792", Err(Flaw::CompanyIdCheck)),
            ("10101234567", Err(Flaw::CompanyIdCheck)),
            ("14003456789", Err(Flaw::CompanyIdCheck)),
            ("14000000000", Err(Flaw::CompanyIdBlank)),
            ("00000000000", Err(Flaw::CompanyIdBlank)),
            ("1038028479", Err(Flaw::CompanyIdLength)),
            ("1038028479x", Err(Flaw::CompanyIdFormat)),
        ],
        CompanyId::as_str,
    );
}

#[test]
fn mobile_numbers() {
    let one = Ok("+989123456789");
    check(
        Mobile::parse,
        &[
            ("9123456789", one),
            ("09123456789", one),
            ("+989123456789", one),
            ("00989123456789", one),
            ("989123456789", one),
            ("۰۹۱۲۳۴۵۶۷۸۹", one),
            ("0912 345 6789", one),
            ("(0912) 345-6789", one),
            ("\u{202a}+98 912 345 6789\u{202c}", one),
            ("+9809123456789", one),
            ("09981234567", Ok("+989981234567")),
            ("9812345678", Ok("+989812345678")),
            ("0912345678", Err(Flaw::MobileFormat)),
            ("091234567890", Err(Flaw::MobileFormat)),
            ("+4915112345678", Err(Flaw::MobileFormat)),
            ("02188881234", Err(Flaw::MobileLandline)),
            ("+982188881234", Err(Flaw::MobileLandline)),
            ("0912345678x", Err(Flaw::MobileFormat)),
            ("", Err(Flaw::MobileFormat)),
        ],
        Mobile::as_str,
    );
}

#[test]
fn postal_codes() {
    check(
        PostalCode::parse,
        &[
            ("1348733614", Ok("1348733614")),
            ("13487-33614", Ok("1348733614")),
            ("۱۳۴۸۷۳۳۶۱۴", Ok("1348733614")),
            ("0348733614", Err(Flaw::PostalCodeZero)),
            ("1111111111", Err(Flaw::PostalCodeRepeated)),
            ("134873361", Err(Flaw::PostalCodeLength)),
            ("13487T3614", Err(Flaw::PostalCodeFormat)),
        ],
        PostalCode::as_str,
    );
    for (typed, doubtful) in [
        ("1348733614", false),
        ("1248733614", true),
        ("1111733614", true),
        ("1348533614", true),
        ("1348732614", true),
    ] {
        assert_eq!(PostalCode::parse(typed).unwrap().is_doubtful(), doubtful, "{typed}");
    }
}

#[test]
fn ibans() {
    check(
        Iban::parse,
        &[
            ("IR820540102680020817909002", Ok("IR820540102680020817909002")),
            ("IR062960000000100324200001", Ok("IR062960000000100324200001")),
            ("IR580540105180021273113007", Ok("IR580540105180021273113007")),
            ("820540102680020817909002", Ok("IR820540102680020817909002")),
            ("ir82 0540 1026 8002 0817 9090 02", Ok("IR820540102680020817909002")),
            ("IR۸۲۰۵۴۰۱۰۲۶۸۰۰۲۰۸۱۷۹۰۹۰۰۲", Ok("IR820540102680020817909002")),
            ("IR012345678901234567890123", Err(Flaw::IbanCheck)),
            ("IR82054010268002081790900", Err(Flaw::IbanLength)),
            ("DE89370400440532013000", Err(Flaw::IbanFormat)),
        ],
        Iban::as_str,
    );
}

#[test]
fn numbers_are_shown_as_people_know_them() {
    assert_eq!(NationalCode::parse("0499370899").unwrap().display(), "0499370899");
    assert_eq!(CompanyId::parse("10380284790").unwrap().display(), "10380284790");
    let mobile = Mobile::parse("9123456789").unwrap();
    assert_eq!(mobile.display(), "0912 345 6789");
    assert_eq!(mobile.masked(), "0912***6789");
    assert_eq!(PostalCode::parse("1348733614").unwrap().display(), "13487-33614");
    let iban = Iban::parse("820540102680020817909002").unwrap();
    assert_eq!(iban.display(), "IR82 0540 1026 8002 0817 9090 02");
}

#[test]
fn no_number_gets_into_a_log_by_accident() {
    let shown = [
        format!("{:?}", NationalCode::parse("0499370899")),
        format!("{:?}", CompanyId::parse("10380284790")),
        format!("{:?}", Mobile::parse("9123456789")),
        format!("{:?}", PostalCode::parse("1348733614")),
        format!("{:?}", Iban::parse("820540102680020817909002")),
    ];
    let expected = [
        "Ok(NationalCode(…))",
        "Ok(CompanyId(…))",
        "Ok(Mobile(…))",
        "Ok(PostalCode(…))",
        "Ok(Iban(…))",
    ];
    assert_eq!(shown, expected);
}

#[test]
fn every_flaw_has_words() {
    assert_eq!(Flaw::NationalCodeCheck.code(), "national-code-check");
    for flaw in Flaw::VARIANTS {
        for lang in Lang::ALL {
            assert!(words::has(lang, &format!("form-flaw-{}", flaw.code())), "{flaw} {lang}");
        }
    }
}
