//! How long sessions last, and what a token looks like.

use chrono::{DateTime, TimeDelta, Utc};

use super::limits::{SessionLimits, Times};
use super::token;

fn morning() -> DateTime<Utc> {
    "2026-11-24T07:00:00Z".parse().unwrap()
}

fn after(minutes: i64) -> DateTime<Utc> {
    morning() + TimeDelta::minutes(minutes)
}

/// Begun in the morning and seen that many minutes later: minutes until idle, minutes in all.
fn ends(limits: SessionLimits, staff: bool, seen: i64) -> (i64, i64) {
    let times = Times { started_at: morning(), seen_at: after(seen) };
    let (idle, total) = limits.ends(staff, times);
    ((idle - morning()).num_minutes(), (total - morning()).num_minutes())
}

#[test]
fn a_session_ends_when_idle_and_in_any_case() {
    let usual = SessionLimits::default();
    let cases = [
        ("an applicant who just came", false, 0, (30, 720)),
        ("an applicant seen after 10 minutes", false, 10, (40, 720)),
        ("an applicant near the end", false, 710, (720, 720)),
        ("staff who just came", true, 0, (30, 600)),
        ("staff near the end", true, 590, (600, 600)),
    ];
    for (name, staff, seen, expected) in cases {
        assert_eq!(ends(usual, staff, seen), expected, "{name}");
    }
}

#[test]
fn an_agency_shortens_sessions_and_never_lengthens_them() {
    let set = |idle, total| SessionLimits {
        citizen_idle_minutes: idle,
        citizen_total_minutes: total,
        staff_idle_minutes: idle,
        staff_total_minutes: total,
    };
    for (limits, citizen, staff) in [
        (set(15, 120), (15, 120), (15, 120)),
        (set(300, 9000), (30, 720), (30, 600)),
        (set(u32::MAX, u32::MAX), (30, 720), (30, 600)),
    ] {
        assert_eq!(ends(limits, false, 0), citizen, "{limits:?}");
        assert_eq!(ends(limits, true, 0), staff, "{limits:?}");
    }
}

#[test]
fn a_setting_may_name_some_of_its_fields_and_no_others() {
    let some: SessionLimits = serde_json::from_str(r#"{"staff_idle_minutes": 15}"#).unwrap();
    assert_eq!(some, SessionLimits { staff_idle_minutes: 15, ..SessionLimits::default() });
    assert!(serde_json::from_str::<SessionLimits>(r#"{"staff_idle": 15}"#).is_err());
}

#[test]
fn a_token_has_256_bits_and_its_hash_is_not_the_token() {
    let (one, other) = (token::new_token(), token::new_token());
    assert_ne!(one, other);
    assert_eq!(one.len(), 43, "32 bytes in base64url");
    let hash = token::hash(&one);
    assert_eq!(hash.len(), 32);
    assert_eq!(hash, token::hash(&one));
    assert_ne!(hash, token::hash(&other));
}
