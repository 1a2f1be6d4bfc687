//! Tracking codes.

use rand::SeedableRng;
use rand::rngs::StdRng;

use super::*;

fn values(text: &str) -> Vec<u8> {
    text.bytes().map(|byte| byte - b'0').collect()
}

#[test]
fn check_digits_are_those_of_the_standard() {
    // The example of ISO/IEC 7064, and numbers of public registers that use MOD 11,10.
    for (body, check) in
        [("0794", 5), ("79462", 3), ("00200667308", 5), ("3657426180", 9), ("3339200596", 1)]
    {
        assert_eq!(check_digit(&values(body)), check, "{body}");
    }
}

#[test]
fn a_generated_code_is_read_back_however_it_is_typed() {
    let code = TrackingCode::generate(&mut StdRng::seed_from_u64(1));
    assert_eq!(code.as_str().len(), 16);
    let typed = [
        code.grouped(),
        code.as_str().to_owned(),
        digits::to_persian(&code.grouped()),
        code.grouped().replace(' ', "-"),
        format!("\u{200f} {}\u{200c}\n", code.as_str()),
    ];
    for text in typed {
        assert_eq!(TrackingCode::parse(&text).as_ref(), Some(&code), "{text}");
    }
}

#[test]
fn codes_are_shown_four_by_four() {
    let generated = TrackingCode::generate(&mut StdRng::seed_from_u64(2));
    let groups: Vec<String> = generated.grouped().split(' ').map(str::to_owned).collect();
    assert_eq!(groups.iter().map(String::len).collect::<Vec<_>>(), [4, 4, 4, 4]);
    assert_eq!(groups.concat(), generated.as_str());
}

#[test]
fn every_wrong_digit_is_noticed() {
    let code = TrackingCode::generate(&mut StdRng::seed_from_u64(3));
    for at in 0..16 {
        for digit in b'0'..=b'9' {
            let mut wrong = code.as_str().as_bytes().to_vec();
            if std::mem::replace(&mut wrong[at], digit) != digit {
                assert!(TrackingCode::parse(&String::from_utf8(wrong).unwrap()).is_none());
            }
        }
    }
}

#[test]
fn what_is_no_code_is_not_read_as_one() {
    let code = TrackingCode::generate(&mut StdRng::seed_from_u64(4));
    let (short, long) = (&code.as_str()[..15], format!("{}0", code.as_str()));
    for text in ["", "1234", short, &long, "123456789012345x", "abcdefghijklmnop"] {
        assert!(TrackingCode::parse(text).is_none(), "{text}");
    }
}

#[test]
fn a_code_stays_out_of_the_logs() {
    let code = TrackingCode::generate(&mut StdRng::seed_from_u64(5));
    assert_eq!(format!("{code:?}"), "TrackingCode(…)");
}
