//! The pace of codes, and how codes look.

mod model;

use std::collections::HashSet;

use chrono::{DateTime, TimeDelta, Utc};

use super::rules::{is_suspicious, new_code, next_at, pace, typed};
use crate::Refusal;

fn noon() -> DateTime<Utc> {
    "2026-11-24T12:00:00Z".parse().unwrap()
}

/// The instants this many seconds before noon.
fn sent(ago: &[i64]) -> Vec<DateTime<Utc>> {
    ago.iter().map(|s| noon() - TimeDelta::seconds(*s)).collect()
}

#[test]
fn codes_follow_one_another_ever_more_slowly() {
    let too_soon = |s| Err(Refusal::CodeTooSoon { until: noon() + TimeDelta::seconds(s) });
    let day = [3700, 7300, 10_900, 14_500, 18_100, 21_700, 25_300, 28_900, 32_500, 36_100];
    let cases: [(&str, &[i64], Result<(), Refusal>); 11] = [
        ("the first", &[], Ok(())),
        ("59 s after the first", &[59], too_soon(1)),
        ("60 s after the first", &[60], Ok(())),
        ("119 s after the second", &[119, 200], too_soon(1)),
        ("120 s after the second", &[120, 200], Ok(())),
        ("299 s after the third", &[299, 500, 700], too_soon(1)),
        ("300 s after the third", &[300, 500, 700], Ok(())),
        ("five within the hour", &[400, 800, 1200, 2000, 3599], Err(Refusal::TooManyCodes)),
        ("the fifth last is an hour old", &[400, 800, 1200, 2000, 3600], Ok(())),
        ("ten within the day", &day, Err(Refusal::TooManyCodes)),
        ("nine within the day", &day[..9], Ok(())),
    ];
    for (name, ago, expected) in cases {
        assert_eq!(pace(&sent(ago), noon()), expected, "{name}");
    }
}

#[test]
fn what_a_person_is_told_to_wait_is_what_they_have_to_wait() {
    for ago in [&[0][..], &[0, 60], &[0, 120, 180], &[0, 300, 600, 900, 1200]] {
        let sent = sent(ago);
        let again = next_at(&sent, noon());
        assert!(pace(&sent, again - TimeDelta::seconds(1)).is_err(), "{ago:?}: sooner");
        assert_eq!(pace(&sent, again), Ok(()), "{ago:?}: then");
    }
}

/// A million requests for one number at random instants never get more than the limits allow.
#[test]
fn no_rhythm_of_asking_gets_more_codes_than_allowed() {
    let (mut now, mut random) = (noon(), 7_u64);
    let mut sent: Vec<DateTime<Utc>> = Vec::new();
    for _ in 0..1_000_000 {
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        now += TimeDelta::seconds(i64::try_from(random >> 33).unwrap() % 40);
        let lately: Vec<_> =
            sent.iter().rev().take_while(|at| now - **at < TimeDelta::days(1)).copied().collect();
        if pace(&lately, now).is_ok() {
            sent.push(now);
        }
    }
    assert!(sent.len() > 1_000, "people are served: {}", sent.len());
    for (n, least) in [(1, TimeDelta::seconds(60)), (5, TimeDelta::hours(1))] {
        assert!(sent.windows(n + 1).all(|w| w[n] - w[0] >= least), "{n} within {least}");
    }
    assert!(sent.windows(11).all(|w| w[10] - w[0] >= TimeDelta::days(1)), "ten within a day");
}

#[test]
fn a_code_is_six_digits_and_hardly_ever_the_same() {
    let codes: HashSet<String> = (0..200).map(|_| new_code().to_string()).collect();
    assert!(codes.iter().all(|c| c.len() == 6 && c.bytes().all(|b| b.is_ascii_digit())));
    assert!(codes.len() > 190, "{} different ones of 200", codes.len());
}

#[test]
fn a_code_may_be_typed_as_people_type() {
    for text in ["123456", "۱۲۳۴۵۶", "١٢٣٤٥٦", " 123 456 ", "123-456"] {
        assert_eq!(typed(text), "123456", "{text}");
    }
    assert_ne!(typed("12345"), "123456");
}

#[test]
fn the_breaker_opens_when_hardly_any_code_is_used() {
    let cases = [(49, 0, false), (50, 0, true), (50, 14, true), (50, 15, false), (1000, 299, true)];
    for (sent, used, opens) in cases {
        assert_eq!(is_suspicious(sent, used), opens, "{used} of {sent}");
    }
}
