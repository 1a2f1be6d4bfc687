//! Spans and origins.

use chrono::{DateTime, TimeDelta, Utc};

use super::{Counter, subscriber};

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

#[test]
fn a_span_holds_every_instant_from_its_beginning_until_the_next() {
    let hour = Counter { kind: "test", mark: vec![1], span: TimeDelta::hours(1) };
    let day = Counter { kind: "test", mark: vec![1], span: TimeDelta::days(1) };
    let cases = [
        (&hour, "2026-11-24T07:00:00Z", "2026-11-24T07:00:00Z"),
        (&hour, "2026-11-24T07:59:59.999Z", "2026-11-24T07:00:00Z"),
        (&hour, "2026-11-24T08:00:00Z", "2026-11-24T08:00:00Z"),
        (&day, "2026-11-24T23:59:59Z", "2026-11-24T00:00:00Z"),
    ];
    for (counter, now, began) in cases {
        assert_eq!(counter.row(at(now)).began_at, at(began), "{now}");
    }
}

#[test]
fn an_origin_is_one_subscriber() {
    let cases = [
        ("5.160.10.20", "5.160.10.20"),
        (" 5.160.10.20 ", "5.160.10.20"),
        ("::ffff:5.160.10.20", "5.160.10.20"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        ("2001:db8:1:2:ffff::1", "2001:db8:1:2::"),
        ("2001:db8:1:3::1", "2001:db8:1:3::"),
        ("unknown", "unknown"),
    ];
    for (origin, subscriber_of_it) in cases {
        assert_eq!(subscriber(origin), subscriber_of_it, "{origin}");
    }
}
