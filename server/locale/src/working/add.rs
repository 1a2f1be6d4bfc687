//! When a length of time is over.

use chrono::{DateTime, Days, Duration, NaiveDate, Utc};

use super::calendar::Calendar;
use super::span::Span;
use crate::jalali::{self, Day};
use crate::tehran;

/// More opening time than any case takes; so that no sum leaves the calendar.
const LONGEST: Duration = Duration::hours(100_000);

impl Calendar {
    /// The instant at which `span` is over when it begins at `from`.
    ///
    /// Months and days first, to the end of that day (moved off a closed day, unless working days
    /// follow); then working days, to the end of the last; then hours and minutes. A span of hours
    /// alone runs from `from` itself, an empty span ends where it begins.
    pub fn add(&self, from: DateTime<Utc>, span: &Span) -> DateTime<Utc> {
        let by_days = self.after_days(from, span);
        let by_working_days = self.after_working_days(by_days, span);
        let time = Duration::hours(span.hours.into()) + Duration::minutes(span.minutes.into());
        if span.opening_hours || span.working_days > 0 {
            self.add_working(by_working_days, time)
        } else {
            by_working_days + time
        }
    }

    /// The instant by which the agency has been open for `time` since `from`.
    ///
    /// No time, or less, is over at once; exactly the rest of a day, when that day closes.
    pub fn add_working(&self, from: DateTime<Utc>, time: Duration) -> DateTime<Utc> {
        if time <= Duration::zero() {
            return from;
        }
        let mut left = time.min(LONGEST);
        let mut day = tehran::local(from).date();
        loop {
            for (opens, closes) in self.open_on(day) {
                let begins = opens.max(from);
                if begins < closes && left <= closes - begins {
                    return begins + left;
                }
                left -= (closes - begins).max(Duration::zero());
            }
            day = day + Days::new(1);
        }
    }

    fn after_days(&self, from: DateTime<Utc>, span: &Span) -> DateTime<Utc> {
        if span.months == 0 && span.days == 0 {
            return from;
        }
        let start = tehran::local(from).date();
        let first_day = Duration::days(self.counts_first_day().into());
        let end = months_later(start, span.months) + Days::new(span.days.into()) - first_day;
        let move_on = self.ends_on_working_day() && span.working_days == 0;
        jalali::end_of(if move_on { self.working_day_from(end) } else { end })
    }

    fn after_working_days(&self, from: DateTime<Utc>, span: &Span) -> DateTime<Utc> {
        if span.working_days == 0 {
            return from;
        }
        let start = tehran::local(from).date();
        let counts_start = self.counts_first_day() && span.months == 0 && span.days == 0;
        let mut day =
            self.working_day_from(if counts_start { start } else { start + Days::new(1) });
        for _ in 1..span.working_days {
            day = self.working_day_from(day + Days::new(1));
        }
        jalali::end_of(day)
    }

    /// This day or the first after it on which the agency works. There always is one: a week has
    /// an open day, and the holidays come to an end.
    fn working_day_from(&self, mut day: NaiveDate) -> NaiveDate {
        while !self.is_working_day(day) {
            day = day + Days::new(1);
        }
        day
    }

    /// When the agency is open on this day.
    pub(super) fn open_on(
        &self,
        day: NaiveDate,
    ) -> impl Iterator<Item = (DateTime<Utc>, DateTime<Utc>)> {
        self.openings(day).iter().map(move |opening| {
            (
                tehran::instant(day.and_time(opening.opens)),
                tehran::instant(day.and_time(opening.closes)),
            )
        })
    }
}

/// The same day of a later Jalali month, or that month's last day if it is shorter.
fn months_later(from: NaiveDate, months: u16) -> NaiveDate {
    let day = Day::from_gregorian(from);
    let count = day.year * 12 + i32::from(day.month) - 1 + i32::from(months);
    let month = u8::try_from(count.rem_euclid(12) + 1).expect("a month is 1 to 12");
    let year = count.div_euclid(12);
    Day { year, month, day: day.day.min(jalali::month_length(year, month)) }.to_gregorian()
}
