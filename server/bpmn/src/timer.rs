//! Timers: ISO 8601 durations, dates and repetitions, or expressions that give one (10.5.5).

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// When a timer fires, counted from the moment it is armed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Timer {
    /// Once, after this span.
    Duration(Span),
    /// Once, at this instant: an ISO 8601 date, or date and time, checked for its form.
    Date(String),
    /// Again and again; `repeat` is the number of firings, `None` has no end.
    Cycle { repeat: Option<u32>, every: Span },
    /// FEEL that gives the text of one of the others.
    Expression(String),
}

/// An ISO 8601 duration, in the units it was written in (weeks become days).
///
/// Calendar units are kept apart because a month has no fixed length, and because the caller may
/// count `days` as working days.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Span {
    pub years: u32,
    pub months: u32,
    pub days: u32,
    pub hours: u32,
    pub minutes: u32,
    pub seconds: u32,
}

/// Why a timer's text cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TimerFault {
    #[error("not an ISO 8601 duration such as P10D or PT2H")]
    Duration,
    #[error("not an ISO 8601 date or date and time")]
    Date,
    #[error("not an ISO 8601 repetition such as R3/P1D")]
    Cycle,
}

impl FromStr for Span {
    type Err = TimerFault;

    fn from_str(text: &str) -> Result<Self, TimerFault> {
        let rest = text.strip_prefix('P').ok_or(TimerFault::Duration)?;
        let (date, time) = match rest.split_once('T') {
            Some((_, "")) => return Err(TimerFault::Duration),
            Some((date, time)) => (date, time),
            None => (rest, ""),
        };
        if date.is_empty() && time.is_empty() {
            return Err(TimerFault::Duration);
        }
        let [years, months, weeks, days] = fields(date, ['Y', 'M', 'W', 'D'])?;
        let [hours, minutes, seconds] = fields(time, ['H', 'M', 'S'])?;
        let days = weeks.checked_mul(7).and_then(|of_weeks| of_weeks.checked_add(days));
        let days = days.ok_or(TimerFault::Duration)?;
        Ok(Self { years, months, days, hours, minutes, seconds })
    }
}

/// The numbers before each unit, which may be absent but not out of order.
fn fields<const N: usize>(text: &str, units: [char; N]) -> Result<[u32; N], TimerFault> {
    let mut found = [0; N];
    let mut rest = text;
    for (unit, field) in units.into_iter().zip(&mut found) {
        if let Some((number, after)) = rest.split_once(unit) {
            *field = whole(number).ok_or(TimerFault::Duration)?;
            rest = after;
        }
    }
    if rest.is_empty() { Ok(found) } else { Err(TimerFault::Duration) }
}

/// A number of plain digits; `parse` alone would also take a sign.
fn whole(digits: &str) -> Option<u32> {
    if digits.bytes().all(|byte| byte.is_ascii_digit()) { digits.parse().ok() } else { None }
}

impl Span {
    pub fn is_zero(&self) -> bool {
        *self == Self::default()
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_zero() {
            return f.write_str("PT0S");
        }
        f.write_str("P")?;
        write_fields(f, &[(self.years, 'Y'), (self.months, 'M'), (self.days, 'D')])?;
        let time = [(self.hours, 'H'), (self.minutes, 'M'), (self.seconds, 'S')];
        if time.iter().any(|(number, _)| *number > 0) {
            f.write_str("T")?;
        }
        write_fields(f, &time)
    }
}

fn write_fields(f: &mut fmt::Formatter<'_>, fields: &[(u32, char)]) -> fmt::Result {
    fields
        .iter()
        .filter(|(number, _)| *number > 0)
        .try_for_each(|(number, unit)| write!(f, "{number}{unit}"))
}

impl Timer {
    /// Read the text of a `timeDuration`.
    pub fn duration(text: &str) -> Result<Self, TimerFault> {
        text.parse().map(Self::Duration)
    }

    /// Read the text of a `timeDate`.
    pub fn date(text: &str) -> Result<Self, TimerFault> {
        let (day, time) =
            text.split_once('T').map_or((text, None), |(day, time)| (day, Some(time)));
        let fits = is_day(day) && time.is_none_or(is_time);
        if fits { Ok(Self::Date(text.to_owned())) } else { Err(TimerFault::Date) }
    }

    /// Read the text of a `timeCycle`: `R/…` without end, `R3/…` three firings.
    ///
    /// A repetition of nothing is refused: it would fire forever in one instant.
    pub fn cycle(text: &str) -> Result<Self, TimerFault> {
        let (count, every) = text
            .strip_prefix('R')
            .and_then(|rest| rest.split_once('/'))
            .ok_or(TimerFault::Cycle)?;
        let every: Span = every.parse().map_err(|_| TimerFault::Cycle)?;
        let repeat = match count {
            "" => None,
            digits => Some(whole(digits).filter(|n| *n > 0).ok_or(TimerFault::Cycle)?),
        };
        if every.is_zero() { Err(TimerFault::Cycle) } else { Ok(Self::Cycle { repeat, every }) }
    }

    /// Read a text that may be any of the three; their beginnings tell them apart.
    pub fn read(text: &str) -> Result<Self, TimerFault> {
        match text.as_bytes().first() {
            Some(b'P') => Self::duration(text),
            Some(b'R') => Self::cycle(text),
            _ => Self::date(text),
        }
    }

    /// How often the timer fires while it is armed; `None` has no end.
    pub(crate) fn firings(&self) -> Option<u32> {
        match self {
            Self::Duration(_) | Self::Date(_) | Self::Expression(_) => Some(1),
            Self::Cycle { repeat, .. } => *repeat,
        }
    }
}

fn is_day(text: &str) -> bool {
    let Some([year, month, day]) = numbers(text, '-') else { return false };
    let last = match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    };
    text.len() == 10 && year > 0 && (1..=12).contains(&month) && (1..=last).contains(&day)
}

/// `hh:mm`, `hh:mm:ss` or `hh:mm:ss.f`, with or without `Z` or an offset.
fn is_time(text: &str) -> bool {
    let (clock, zone) = match text.find(['Z', '+', '-']) {
        Some(at) => text.split_at(at),
        None => (text, ""),
    };
    let (clock, fraction) = clock.split_once('.').unwrap_or((clock, "0"));
    let clock_fits = match clock.len() {
        5 => numbers(clock, ':').is_some_and(|[h, m]| h < 24 && m < 60),
        8 => numbers(clock, ':').is_some_and(|[h, m, s]| h < 24 && m < 60 && s < 60),
        _ => false,
    };
    clock_fits && !fraction.is_empty() && whole(fraction).is_some() && is_zone(zone)
}

fn is_zone(text: &str) -> bool {
    let offset = text.strip_prefix(['+', '-']);
    matches!(text, "" | "Z")
        || text.len() == 6
            && offset.and_then(|it| numbers(it, ':')).is_some_and(|[h, m]| h < 15 && m < 60)
}

fn numbers<const N: usize>(text: &str, between: char) -> Option<[u32; N]> {
    let parts: Option<Vec<u32>> =
        text.split(between).map(|part| if part.is_empty() { None } else { whole(part) }).collect();
    parts?.try_into().ok()
}
