//! ISO 8601 in timers.

use crate::{Span, Timer};

#[test]
fn durations_are_read_and_written_back() {
    for (text, written) in [
        ("P10D", "P10D"),
        ("PT2H", "PT2H"),
        ("P1Y2M3DT4H5M6S", "P1Y2M3DT4H5M6S"),
        ("P2W", "P14D"),
        ("P1M", "P1M"),
        ("PT1M", "PT1M"),
        ("P0D", "PT0S"),
        ("P1W1D", "P8D"),
    ] {
        let span: Span = text.parse().unwrap();
        assert_eq!(span.to_string(), written, "{text}");
    }
}

#[test]
fn what_is_not_a_duration_is_refused() {
    for text in [
        "",
        "P",
        "PT",
        "1D",
        "P1",
        "P1H",
        "PT1D",
        "P1D1M",
        "P-1D",
        "-P1D",
        "P+1D",
        "P1.5D",
        "PT1.5S",
        "P1DT",
        "p1d",
        "P 1D",
        "P99999999999D",
        "P4294967295W",
        "P1D ",
        "PD",
        "Pحد",
        "P۱D",
        "P1D2D",
    ] {
        assert!(text.parse::<Span>().is_err(), "{text}");
    }
}

#[test]
fn dates_are_checked_for_their_form() {
    for text in [
        "2026-03-21",
        "2024-02-29",
        "2026-03-21T08:30",
        "2026-03-21T08:30:00Z",
        "2026-03-21T08:30:00.250+03:30",
        "2026-03-21T23:59:59-05:00",
    ] {
        assert_eq!(Timer::date(text), Ok(Timer::Date(text.to_owned())), "{text}");
    }
    for text in [
        "",
        "2026",
        "2026-13-01",
        "2026-02-29",
        "2026-04-31",
        "2026-3-21",
        "2026-03-21T",
        "2026-03-21T24:00",
        "2026-03-21T08",
        "2026-03-21T08:30:61",
        "2026-03-21T08:30:00+3",
        "2026-03-21 08:30",
        "0000-01-01",
        "2026-03-21T08:30:00.Z",
        "2026-03-21T08:30:00+03:30Z",
    ] {
        assert!(Timer::date(text).is_err(), "{text}");
    }
}

#[test]
fn cycles_have_a_count_or_no_end() {
    let day = Span { days: 1, ..Span::default() };
    for (text, repeat) in [("R/P1D", None), ("R1/P1D", Some(1)), ("R12/P1D", Some(12))] {
        assert_eq!(Timer::cycle(text), Ok(Timer::Cycle { repeat, every: day }), "{text}");
    }
    for text in
        ["", "R", "R/", "R0/P1D", "R-1/P1D", "R3/PT0S", "P1D", "3/P1D", "R3/P1D/P1D", "0 0 * * *"]
    {
        assert!(Timer::cycle(text).is_err(), "{text}");
    }
}
