//! A day of the Jalali calendar, written and read as `1405/03/06`.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::convert::month_length;
use crate::digits;

/// Years that can be entered: wider than any document's, narrow enough to catch a slip.
const YEARS: std::ops::RangeInclusive<i32> = 1..=2999;

/// A day of the Jalali calendar. It exists: only [`Day::new`], [`Day::parse`] and the conversions
/// make one. Its serde form is the text `1405/03/06`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
#[non_exhaustive]
pub struct Day {
    pub year: i32,
    /// 1 is Farvardin, 12 Esfand.
    pub month: u8,
    pub day: u8,
}

/// A text is not a day of the Jalali calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a day of the Jalali calendar")]
pub struct NotADay;

impl Day {
    /// This day, if there is one: years 1 to 2999, 30 Esfand only in leap years.
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        let exists = YEARS.contains(&year)
            && (1..=12).contains(&month)
            && (1..=month_length(year, month)).contains(&day);
        exists.then_some(Self { year, month, day })
    }

    /// A day as people type it: `۱۴۰۵/۳/۶`, `1405-03-06`, `1405.3.6`. The year has four digits.
    pub fn parse(text: &str) -> Option<Self> {
        let typed: String =
            digits::to_latin(text).chars().filter(|c| !crate::text::is_invisible(*c)).collect();
        let parts: Vec<&str> = typed.trim().split(['/', '-', '.']).map(str::trim).collect();
        let [year, month, day] = parts.as_slice() else { return None };
        Self::new(number(year, 4..=4)?, number(month, 1..=2)?, number(day, 1..=2)?)
    }
}

fn number<N: FromStr>(text: &str, lengths: std::ops::RangeInclusive<usize>) -> Option<N> {
    let digits = lengths.contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten()
}

/// `1405/03/06`, in Latin digits: for keys and files. People are shown [`Day::short`].
impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}/{:02}/{:02}", self.year, self.month, self.day)
    }
}

impl FromStr for Day {
    type Err = NotADay;

    fn from_str(text: &str) -> Result<Self, NotADay> {
        Self::parse(text).ok_or(NotADay)
    }
}

impl From<Day> for String {
    fn from(day: Day) -> Self {
        day.to_string()
    }
}

impl TryFrom<String> for Day {
    type Error = NotADay;

    fn try_from(text: String) -> Result<Self, NotADay> {
        text.parse()
    }
}
