//! Working time.

use chrono::{DateTime, Duration, NaiveDate, NaiveTime, Utc, Weekday};
use proptest::prelude::*;

use super::*;
use crate::jalali::Day;
use crate::words::Lang;

const FRIDAY: &[Weekday] = &[Weekday::Fri];
const THURSDAY_FRIDAY: &[Weekday] = &[Weekday::Thu, Weekday::Fri];
const FRIDAY_SATURDAY: &[Weekday] = &[Weekday::Fri, Weekday::Sat];

fn time(text: &str) -> NaiveTime {
    text.parse().unwrap()
}

/// 07:30 to 14:30, on Thursday to 12:30, with the holidays of 1405.
fn calendar(weekend: &[Weekday]) -> Calendar {
    let mut hours = Hours::daily(time("07:30"), time("14:30"));
    hours.thu[0].closes = time("12:30");
    Calendar::new("test", weekend.to_vec(), hours).unwrap().with_holidays_1405()
}

/// An instant from a Jalali day and Tehran's clock: `1405/03/04 10:00`.
fn at(text: &str) -> DateTime<Utc> {
    let (day, clock) = text.split_once(' ').unwrap();
    let local = Day::parse(day).unwrap().to_gregorian().and_time(time(clock));
    crate::tehran::instant(local)
}

fn span(text: &str) -> Span {
    let (iso, working) = text.strip_suffix(" working").map_or((text, false), |iso| (iso, true));
    Span::parse_iso(iso, working).unwrap_or_else(|| panic!("{text}"))
}

/// From, span, expected.
fn check(calendar: &Calendar, cases: &[(&str, &str, &str)]) {
    for (from, length, expected) in cases {
        let over = calendar.add(at(from), &span(length));
        assert_eq!(
            over,
            at(expected),
            "{from} + {length} is {}",
            crate::jalali::moment(over, Lang::En)
        );
    }
}

#[test]
fn five_working_days_end_by_the_weekend_of_the_place() {
    for (weekend, expected) in [
        (FRIDAY, "1405/03/11 23:59:59"),
        (THURSDAY_FRIDAY, "1405/03/12 23:59:59"),
        (FRIDAY_SATURDAY, "1405/03/12 23:59:59"),
    ] {
        check(&calendar(weekend), &[("1405/03/04 10:00", "P5D working", expected)]);
    }
}

#[test]
fn working_days_are_counted_from_the_next_one() {
    check(
        &calendar(THURSDAY_FRIDAY),
        &[
            // Any hour of Monday is the same, also after closing.
            ("1405/03/04 00:00", "P1D working", "1405/03/05 23:59:59"),
            ("1405/03/04 23:59", "P1D working", "1405/03/05 23:59:59"),
            // Wednesday is a holiday, Thursday and Friday the weekend.
            ("1405/03/05 10:00", "P1D working", "1405/03/09 23:59:59"),
            // Entered on a closed day.
            ("1405/03/08 10:00", "P1D working", "1405/03/09 23:59:59"),
            ("1405/03/08 10:00", "P2D working", "1405/03/10 23:59:59"),
            // Nowruz: 1 to 4, and 12 and 13 Farvardin.
            ("1404/12/29 10:00", "P1D working", "1405/01/05 23:59:59"),
        ],
    );
}

#[test]
fn calendar_days_that_end_on_a_closed_day_end_on_the_next_open_one() {
    check(
        &calendar(THURSDAY_FRIDAY),
        &[
            ("1405/03/04 10:00", "P1D", "1405/03/05 23:59:59"),
            ("1405/03/04 10:00", "P2D", "1405/03/09 23:59:59"),
            ("1405/03/04 10:00", "P5D", "1405/03/09 23:59:59"),
            ("1405/03/04 10:00", "P1W", "1405/03/11 23:59:59"),
            ("1405/03/04 10:00", "P10D", "1405/03/16 23:59:59"),
            // Months are Jalali; a day that the month lacks is its last.
            ("1405/03/11 10:00", "P1M", "1405/04/13 23:59:59"),
            ("1405/06/31 10:00", "P4M", "1405/10/30 23:59:59"),
            // 29 Esfand 1404 is a Friday, and the first four days of the next year are holidays.
            ("1403/12/30 10:00", "P1Y", "1405/01/05 23:59:59"),
        ],
    );
}

#[test]
fn hours_by_the_clock_and_hours_of_opening() {
    check(
        &calendar(FRIDAY),
        &[
            ("1405/03/04 10:00", "PT2H30M", "1405/03/04 12:30"),
            ("1405/03/04 23:00", "PT24H", "1405/03/05 23:00"),
            ("1405/03/04 10:00", "PT2H30M working", "1405/03/04 12:30"),
            ("1405/03/04 14:00", "PT2H working", "1405/03/05 09:00"),
            ("1405/03/04 14:30", "PT1M working", "1405/03/05 07:31"),
            ("1405/03/04 05:00", "PT1H working", "1405/03/04 08:30"),
            // Exactly the rest of the day is over when the day closes.
            ("1405/03/04 07:30", "PT7H working", "1405/03/04 14:30"),
            // Tuesday, a holiday, then Thursday until half past twelve, Friday, Saturday.
            ("1405/03/05 14:00", "PT5H30M working", "1405/03/07 12:30"),
            ("1405/03/05 14:00", "PT5H31M working", "1405/03/09 07:31"),
        ],
    );
}

#[test]
fn working_days_and_hours_come_one_after_the_other() {
    check(
        &calendar(FRIDAY),
        &[
            // Tuesday, Thursday, Saturday, Sunday; then 4 h 50 min of Monday.
            ("1405/03/04 10:00", "P4DT4H50M working", "1405/03/11 12:20"),
            ("1405/03/04 10:00", "PT0M", "1405/03/04 10:00"),
        ],
    );
}

#[test]
fn the_rules_of_counting_can_be_set() {
    let mut settings = serde_json::to_value(calendar(THURSDAY_FRIDAY)).unwrap();
    settings["count_first_day"] = true.into();
    settings["end_on_working_day"] = false.into();
    let calendar: Calendar = serde_json::from_value(settings).unwrap();
    check(
        &calendar,
        &[
            ("1405/03/04 10:00", "P1D working", "1405/03/04 23:59:59"),
            ("1405/03/04 10:00", "P5D working", "1405/03/11 23:59:59"),
            ("1405/03/06 10:00", "P1D working", "1405/03/09 23:59:59"),
            ("1405/03/04 10:00", "P3D", "1405/03/06 23:59:59"),
        ],
    );
}

#[test]
fn a_deadline_is_told_as_the_day_meant() {
    let over = calendar(FRIDAY).add(at("1405/03/04 10:00"), &span("P5D working"));
    assert_eq!(Day::of(over).long(Lang::Fa), "دوشنبه ۱۱ خرداد ۱۴۰۵");
}

#[test]
fn only_opening_time_counts_between() {
    let calendar = calendar(FRIDAY);
    for (from, to, minutes) in [
        ("1405/03/04 10:00", "1405/03/04 12:00", 120),
        ("1405/03/04 05:00", "1405/03/04 23:00", 420),
        ("1405/03/04 14:00", "1405/03/05 08:00", 60),
        // A holiday, then a short Thursday.
        ("1405/03/05 14:30", "1405/03/08 23:00", 300),
        ("1405/03/06 00:00", "1405/03/06 23:59", 0),
        ("1405/03/04 12:00", "1405/03/04 10:00", 0),
        ("1405/03/05 12:00", "1405/03/04 10:00", 0),
    ] {
        let between = calendar.working_between(at(from), at(to));
        assert_eq!(between, Duration::minutes(minutes), "{from} to {to}");
    }
}

#[test]
fn a_pause_gives_back_what_was_left() {
    let calendar = calendar(THURSDAY_FRIDAY);
    let due = calendar.add(at("1405/03/04 10:00"), &span("P3D working"));
    let left = calendar.working_between(at("1405/03/05 08:30"), due);
    assert_eq!(left, Duration::hours(6 + 7 + 7));
    assert_eq!(calendar.add_working(at("1405/03/20 14:00"), left), at("1405/03/25 13:00"));
}

#[test]
fn two_openings_a_day_have_a_break_between_them() {
    let json = r#"{
        "version": "shifts", "weekend": ["Fri"],
        "hours": {"mon": [{"opens": "08:00", "closes": "12:00"}, {"opens": "13:00", "closes": "16:00"}]}
    }"#;
    let calendar: Calendar = serde_json::from_str(json).unwrap();
    check(
        &calendar,
        &[
            ("1405/03/04 11:00", "PT2H working", "1405/03/04 14:00"),
            ("1405/03/04 12:30", "PT1H working", "1405/03/04 14:00"),
            ("1405/03/04 15:00", "PT2H working", "1405/03/11 09:00"),
            ("1405/03/04 15:00", "P1D working", "1405/03/11 23:59:59"),
        ],
    );
}

#[test]
fn a_calendar_that_never_opens_is_refused() {
    for (json, expected) in [
        (r#"{"version": "x", "weekend": [], "hours": {}}"#, "no day of the week is open"),
        (
            r#"{"version": "x", "weekend": ["Fri"], "hours": {"fri": [{"opens": "08:00", "closes": "12:00"}]}}"#,
            "no day of the week is open",
        ),
        (
            r#"{"version": "x", "weekend": [], "hours": {"mon": [{"opens": "12:00", "closes": "08:00"}]}}"#,
            "openings of a day overlap",
        ),
        (
            r#"{"version": "x", "weekend": [], "hours": {"mon":
                [{"opens": "08:00", "closes": "12:00"}, {"opens": "11:00", "closes": "13:00"}]}}"#,
            "openings of a day overlap",
        ),
        (r#"{"version": "x", "weekend": [], "hours": {"monday": []}}"#, "unknown field"),
    ] {
        let error = serde_json::from_str::<Calendar>(json).unwrap_err().to_string();
        assert!(error.contains(expected), "{error}");
    }
}

#[test]
fn the_default_has_the_official_holidays_of_1405() {
    let calendar = Calendar::iran_default();
    assert_eq!(calendar.version(), "ir-1405-1");
    let holidays: Vec<NaiveDate> = calendar.holidays().iter().copied().collect();
    let on = |weekday| {
        holidays.iter().filter(|date| Day::from_gregorian(**date).weekday() == weekday).count()
    };
    // The totals that were published with the list.
    assert_eq!((holidays.len(), on(Weekday::Thu), on(Weekday::Fri)), (25, 6, 3));
    let in_month =
        |month| holidays.iter().filter(|date| Day::from_gregorian(**date).month == month).count();
    assert_eq!([2, 7, 9, 5, 12].map(in_month), [0, 0, 0, 4, 4]);
    assert!(!calendar.is_working_day("2026-05-27".parse().unwrap()));
    assert!(calendar.is_working_day("2026-05-26".parse().unwrap()));
}

#[test]
fn a_calendar_survives_its_settings() {
    let calendar = calendar(THURSDAY_FRIDAY).with_holidays(["2026-07-01".parse().unwrap()]);
    let json = serde_json::to_string(&calendar).unwrap();
    assert_eq!(serde_json::from_str::<Calendar>(&json).unwrap(), calendar);
    assert_eq!(calendar.version(), "test+ir-1405-1");
}

#[test]
fn spans_are_read_from_iso_8601() {
    let zero = Span::default();
    for (text, working, expected) in [
        ("P10D", false, Some(Span::days(10))),
        ("P10D", true, Some(Span::working_days(10))),
        ("P2W", false, Some(Span::days(14))),
        ("P1Y2M3D", false, Some(Span { months: 14, days: 3, ..zero })),
        ("PT4H50M", false, Some(Span { hours: 4, minutes: 50, ..zero })),
        ("PT4H50M", true, Some(Span { hours: 4, minutes: 50, opening_hours: true, ..zero })),
        ("P4DT4H", true, Some(Span { working_days: 4, hours: 4, opening_hours: true, ..zero })),
        ("P0D", false, Some(zero)),
        ("P2W", true, None),
        ("P", false, None),
        ("PT", false, None),
        ("P1DT", false, None),
        ("10D", false, None),
        ("P-1D", false, None),
        ("P+1D", false, None),
        ("P1.5D", false, None),
        ("P1D1M", false, None),
        ("P1D2D", false, None),
        ("PT30S", false, None),
        ("P1H", false, None),
        ("p1d", false, None),
        ("P99999D", false, None),
        ("P10000W", false, None),
        ("P1D ", false, None),
        ("", false, None),
    ] {
        assert_eq!(Span::parse_iso(text, working), expected, "{text} {working}");
    }
}

#[test]
fn spans_are_said_in_words() {
    for (text, persian, english) in [
        (
            "P4DT4H50M working",
            "۴ روز کاری، ۴ ساعت کاری و ۵۰ دقیقه",
            "4 working days, 4 working hours and 50 minutes",
        ),
        ("PT24H", "۲۴ ساعت", "24 hours"),
        ("P2M", "۲ ماه", "2 months"),
        ("P1D", "۱ روز", "1 day"),
        ("P0D", "", ""),
    ] {
        assert_eq!(span(text).say(Lang::Fa), persian);
        assert_eq!(span(text).say(Lang::En), english);
    }
    assert!(span("P0D").is_zero() && !span("PT1M").is_zero());
}

#[test]
fn the_longest_span_still_ends() {
    let all = Span {
        months: u16::MAX,
        days: u16::MAX,
        working_days: u16::MAX,
        hours: u16::MAX,
        minutes: u16::MAX,
        opening_hours: true,
    };
    let from = at("1405/03/04 10:00");
    assert!(calendar(FRIDAY).add(from, &all) > from);
}

prop_compose! {
    /// Some minute of 1404 to 1406.
    fn instant()(minute in 0..1_500_000_i64) -> DateTime<Utc> {
        at("1404/01/01 00:00") + Duration::minutes(minute)
    }
}

fn weekend() -> impl Strategy<Value = &'static [Weekday]> {
    prop_oneof![Just(FRIDAY), Just(THURSDAY_FRIDAY), Just(FRIDAY_SATURDAY)]
}

proptest! {
    #[test]
    fn what_was_added_lies_between(from in instant(), minutes in 1..20_000_i64, weekend in weekend()) {
        let (calendar, length) = (calendar(weekend), Duration::minutes(minutes));
        let over = calendar.add_working(from, length);
        prop_assert_eq!(calendar.working_between(from, over), length);
        // It is over at the first such instant, which lies in opening time.
        let minute = Duration::minutes(1);
        prop_assert_eq!(calendar.working_between(from, over - minute), length - minute);
    }

    #[test]
    fn time_between_adds_up(from in instant(), minutes in prop::array::uniform2(0..50_000_i64), weekend in weekend()) {
        let calendar = calendar(weekend);
        let middle = from + Duration::minutes(minutes[0]);
        let to = middle + Duration::minutes(minutes[1]);
        let halves = calendar.working_between(from, middle) + calendar.working_between(middle, to);
        prop_assert_eq!(calendar.working_between(from, to), halves);
        prop_assert!(halves <= to - from);
    }

    #[test]
    fn a_later_start_or_a_longer_span_never_ends_earlier(
        from in instant(),
        wait in 0..20_000_i64,
        counts in prop::array::uniform4(0..40_u16),
        more in 0..4_usize,
        weekend in weekend(),
    ) {
        let calendar = calendar(weekend);
        let span = |[days, working_days, hours, minutes]: [u16; 4]| Span {
            days, working_days, hours, minutes, opening_hours: working_days % 2 == 1, ..Span::default()
        };
        let over = calendar.add(from, &span(counts));
        prop_assert!(over >= from);
        prop_assert!(calendar.add(from + Duration::minutes(wait), &span(counts)) >= over);
        let mut longer = counts;
        longer[more] += 2;
        prop_assert!(calendar.add(from, &span(longer)) >= over);
    }

    #[test]
    fn deadlines_in_days_end_on_working_days(from in instant(), days in 1..60_u16, weekend in weekend()) {
        let calendar = calendar(weekend);
        for span in [Span::days(days), Span::working_days(days)] {
            let over = calendar.add(from, &span);
            let day = Day::of(over);
            prop_assert!(calendar.is_working_day(day.to_gregorian()));
            prop_assert_eq!(over, day.end_of_day());
        }
    }
}
