//! Days and times as people read them.
//!
//! Persian readers see the Jalali date alone. English readers see the Gregorian date, with the
//! Jalali one after it in brackets, because that is what stands on the agency's papers.

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, Timelike, Utc, Weekday};

use super::Day;
use crate::digits;
use crate::tehran;
use crate::words::{Lang, Value, say, say1};

impl Day {
    /// `۱۴۰۵/۰۳/۰۶`; in English `2026-05-27 (1405/03/06)`.
    pub fn short(self, lang: Lang) -> String {
        match lang {
            Lang::Fa => digits::to_persian(&self.to_string()),
            Lang::En => format!("{} ({self})", self.to_gregorian()),
        }
    }

    /// `چهارشنبه ۶ خرداد ۱۴۰۵`; in English `Wednesday 27 May 2026 (6 Khordad 1405)`.
    pub fn long(self, lang: Lang) -> String {
        match lang {
            Lang::Fa => self.full(lang),
            Lang::En => {
                let [day, month, year] = self.parts(lang);
                let gregorian = gregorian_full(self.to_gregorian(), lang);
                let date = ("date", gregorian.into());
                say(lang, "common-date-both", &[date, day, month, year])
            }
        }
    }

    fn full(self, lang: Lang) -> String {
        let [day, month, year] = self.parts(lang);
        let weekday = ("weekday", weekday(self.weekday(), lang).into());
        say(lang, "common-date", &[weekday, day, month, year])
    }

    fn parts(self, lang: Lang) -> [(&'static str, Value); 3] {
        let month = self.month_name(lang);
        [("day", self.day.into()), ("month", month.into()), ("year", self.year.into())]
    }

    /// `خرداد`, `Khordad`.
    pub fn month_name(self, lang: Lang) -> String {
        say1(lang, &format!("common-month-{}", self.month))
    }
}

/// Name of a day of the week: `چهارشنبه`, `Wednesday`.
pub fn weekday(day: Weekday, lang: Lang) -> String {
    say1(lang, &format!("common-weekday-{}", day.to_string().to_lowercase()))
}

/// The time of day in Tehran: `۱۴:۳۰`, `14:30`.
pub fn clock(at: DateTime<Utc>, lang: Lang) -> String {
    hour_and_minute(tehran::local(at).time(), lang)
}

/// Day and time in Tehran: `چهارشنبه ۶ خرداد ۱۴۰۵، ساعت ۱۴:۳۰`.
pub fn moment(at: DateTime<Utc>, lang: Lang) -> String {
    let values = [("date", Day::of(at).long(lang).into()), ("time", clock(at, lang).into())];
    say(lang, "common-moment", &values)
}

/// A time of day, such as an opening hour.
pub fn hour_and_minute(time: NaiveTime, lang: Lang) -> String {
    digits::spoken(&format!("{:02}:{:02}", time.hour(), time.minute()), lang)
}

fn gregorian_full(date: NaiveDate, lang: Lang) -> String {
    let values = [
        ("weekday", weekday(date.weekday(), lang).into()),
        ("day", date.day().into()),
        ("month", say1(lang, &format!("common-gregorian-month-{}", date.month())).into()),
        ("year", date.year().into()),
    ];
    say(lang, "common-date", &values)
}
