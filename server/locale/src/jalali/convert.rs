//! Between Jalali days, Gregorian days and instants.

use chrono::{DateTime, Datelike, Duration, NaiveDate, Utc, Weekday};
use icu_calendar::Date;
use icu_calendar::cal::Persian;
use icu_calendar::types::RataDie;

use super::Day;
use crate::tehran;

/// Whether Esfand of this year has 30 days.
pub fn is_leap(year: i32) -> bool {
    month_length(year, 12) == 30
}

/// Days in a month, 0 for a month that does not exist.
pub fn month_length(year: i32, month: u8) -> u8 {
    Date::try_new_persian(year, month, 1).map_or(0, |first| first.days_in_month())
}

impl Day {
    /// The day in Tehran at this instant.
    pub fn of(at: DateTime<Utc>) -> Self {
        Self::from_gregorian(tehran::local(at).date())
    }

    pub fn from_gregorian(date: NaiveDate) -> Self {
        let count = RataDie::new(i64::from(date.num_days_from_ce()));
        let date = Date::from_rata_die(count, Persian);
        Self {
            year: date.year().extended_year(),
            month: date.month().ordinal,
            day: date.day_of_month().0,
        }
    }

    pub fn to_gregorian(self) -> NaiveDate {
        let count = Date::try_new_persian(self.year, self.month, self.day)
            .ok()
            .and_then(|date| i32::try_from(date.to_rata_die().to_i64_date()).ok())
            .and_then(NaiveDate::from_num_days_from_ce_opt);
        count.expect("a day exists, and chrono's years reach further than the calendar's")
    }

    pub fn weekday(self) -> Weekday {
        self.to_gregorian().weekday()
    }

    /// The first instant of the day in Tehran (in the years of summer time one day began at 01:00).
    pub fn start_of_day(self) -> DateTime<Utc> {
        tehran::midnight(self.to_gregorian())
    }

    /// The last second of the day in Tehran, not the next midnight: so the day of a deadline that
    /// lasts until the end of a day is that very day.
    pub fn end_of_day(self) -> DateTime<Utc> {
        end_of(self.to_gregorian())
    }
}

/// The last second of a Gregorian day in Tehran.
pub(crate) fn end_of(date: NaiveDate) -> DateTime<Utc> {
    tehran::midnight(date + Duration::days(1)) - Duration::seconds(1)
}
