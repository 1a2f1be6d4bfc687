//! The Jalali calendar.

use chrono::{DateTime, Duration, NaiveDate, Utc, Weekday};
use proptest::prelude::*;

use super::*;
use crate::words::Lang;

fn day(text: &str) -> Day {
    Day::parse(text).unwrap_or_else(|| panic!("{text} is no day"))
}

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

#[test]
fn official_dates_are_met() {
    for (jalali, gregorian, weekday) in [
        ("1397/03/01", "2018-05-22", Weekday::Tue),
        ("1395/12/28", "2017-03-18", Weekday::Sat),
        ("1398/09/03", "2019-11-24", Weekday::Sun),
        ("1401/04/26", "2022-07-17", Weekday::Sun),
        ("1403/12/30", "2025-03-20", Weekday::Thu),
        ("1404/01/01", "2025-03-21", Weekday::Fri),
        ("1404/12/29", "2026-03-20", Weekday::Fri),
        ("1405/01/01", "2026-03-21", Weekday::Sat),
        ("1405/03/04", "2026-05-25", Weekday::Mon),
        ("1406/01/01", "2027-03-21", Weekday::Sun),
        ("1408/12/30", "2030-03-20", Weekday::Wed),
    ] {
        let date: NaiveDate = gregorian.parse().unwrap();
        assert_eq!(day(jalali).to_gregorian(), date, "{jalali}");
        assert_eq!(Day::from_gregorian(date), day(jalali), "{gregorian}");
        assert_eq!(day(jalali).weekday(), weekday, "{jalali}");
    }
}

#[test]
fn leap_years_are_the_official_ones() {
    let leap: Vec<i32> = (1390..=1417).filter(|year| is_leap(*year)).collect();
    assert_eq!(leap, [1391, 1395, 1399, 1403, 1408, 1412, 1416]);
    assert_eq!(Day::new(1404, 12, 30), None);
    assert_eq!((1..=12).map(|m| u32::from(month_length(1405, m))).sum::<u32>(), 365);
    assert_eq!((month_length(1405, 0), month_length(1405, 13)), (0, 0));
}

#[test]
fn days_are_read_as_people_type_them() {
    let expected = Day::new(1405, 3, 6);
    for text in [
        "۱۴۰۵/۳/۶",
        "1405/03/06",
        "١٤٠٥-٠٣-٠٦",
        "1405.3.06",
        " ۱۴۰۵ / ۰۳ / ۰۶ ",
        "\u{200e}1405/03/06",
    ] {
        assert_eq!(Day::parse(text), expected, "{text}");
    }
}

#[test]
fn what_is_no_day_is_not_read_as_one() {
    for text in [
        "",
        "1405",
        "1405/3",
        "05/3/6",
        "1405/13/01",
        "1405/00/01",
        "1405/07/31",
        "1405/12/30",
        "1405/03/00",
        "1405/03/06/01",
        "1405/+3/6",
        "14050306",
        "6/3/1405",
        "1405/003/06",
        "0000/01/01",
        "9999/01/01",
        "خرداد",
    ] {
        assert_eq!(Day::parse(text), None, "{text}");
    }
}

#[test]
fn days_are_text_in_json() {
    let json = serde_json::to_string(&day("1405/3/6")).unwrap();
    assert_eq!(json, r#""1405/03/06""#);
    assert_eq!(serde_json::from_str::<Day>(&json).unwrap(), day("1405/3/6"));
    assert!(serde_json::from_str::<Day>(r#""1404/12/30""#).is_err());
}

#[test]
fn a_day_is_tehrans() {
    for (instant, expected) in [
        ("2026-05-26T20:29:59Z", "1405/03/05"),
        ("2026-05-26T20:30:00Z", "1405/03/06"),
        // Summer time until 1401: midnight is half past seven.
        ("2022-06-21T19:29:59Z", "1401/03/31"),
        ("2022-06-21T19:30:00Z", "1401/04/01"),
    ] {
        assert_eq!(Day::of(at(instant)), day(expected), "{instant}");
    }
}

#[test]
fn a_day_begins_and_ends_on_itself() {
    for (text, begins, ends) in [
        ("1405/03/06", "2026-05-26T20:30:00Z", "2026-05-27T20:29:59Z"),
        // The clock skipped the first hour of this day, and repeated the last of the other.
        ("1401/01/02", "2022-03-21T20:30:00Z", "2022-03-22T19:29:59Z"),
        ("1401/06/30", "2022-09-20T19:30:00Z", "2022-09-21T20:29:59Z"),
    ] {
        let day = day(text);
        assert_eq!((day.start_of_day(), day.end_of_day()), (at(begins), at(ends)), "{text}");
        assert_eq!((Day::of(day.start_of_day()), Day::of(day.end_of_day())), (day, day));
        assert_ne!(Day::of(day.end_of_day() + Duration::seconds(1)), day);
    }
}

#[test]
fn days_and_times_are_shown_in_each_language() {
    let (day, noon) = (day("1405/03/06"), at("2026-05-27T11:00:00Z"));
    for (lang, short, long, time, moment_) in [
        (
            Lang::Fa,
            "۱۴۰۵/۰۳/۰۶",
            "چهارشنبه ۶ خرداد ۱۴۰۵",
            "۱۴:۳۰",
            "چهارشنبه ۶ خرداد ۱۴۰۵، ساعت ۱۴:۳۰",
        ),
        (
            Lang::En,
            "2026-05-27 (1405/03/06)",
            "Wednesday 27 May 2026 (6 Khordad 1405)",
            "14:30",
            "Wednesday 27 May 2026 (6 Khordad 1405), 14:30",
        ),
    ] {
        assert_eq!(day.short(lang), short);
        assert_eq!(day.long(lang), long);
        assert_eq!(clock(noon, lang), time);
        assert_eq!(moment(noon, lang), moment_);
    }
}

proptest! {
    #[test]
    fn every_gregorian_day_is_one_jalali_day(count in 500_000..1_000_000_i32) {
        let date = NaiveDate::from_num_days_from_ce_opt(count).unwrap();
        let day = Day::from_gregorian(date);
        prop_assert_eq!(day.to_gregorian(), date);
        prop_assert_eq!(Day::new(day.year, day.month, day.day), Some(day));
        prop_assert!(Day::from_gregorian(date.succ_opt().unwrap()) > day);
        prop_assert_eq!(Day::parse(&day.short(Lang::Fa)), Some(day));
    }
}
