//! A length of time as regulations and service sheets state it.

use serde::{Deserialize, Serialize};

use crate::words::{Lang, say};

/// A length of time such as "10 days", "4 working days, 4 hours and 50 minutes", "2 months".
///
/// [`Calendar::add`](super::Calendar::add) applies it in the order of the fields: months are
/// Jalali months. Each part holds up to 65,535, so no sum leaves the calendar.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Span {
    pub months: u16,
    pub days: u16,
    pub working_days: u16,
    pub hours: u16,
    pub minutes: u16,
    /// Whether hours and minutes run only while the agency is open. They always do when they come
    /// on top of working days.
    pub opening_hours: bool,
}

impl Span {
    pub fn days(days: u16) -> Self {
        Self { days, ..Self::default() }
    }

    pub fn working_days(working_days: u16) -> Self {
        Self { working_days, ..Self::default() }
    }

    /// An ISO 8601 duration: years, months, weeks, days, hours and minutes as whole numbers, each
    /// at most once and in this order, no longer than the fields hold (`P1M`, `P10D`, `PT4H50M`).
    /// With `working`, its days are working days and its hours opening hours; a week has no fixed
    /// number of working days, so weeks are refused then.
    pub fn parse_iso(text: &str, working: bool) -> Option<Self> {
        let (date, time) = split(text)?;
        let [years, months, weeks, days] = amounts(date, ['Y', 'M', 'W', 'D'])?;
        let [hours, minutes] = amounts(time, ['H', 'M'])?;
        if working && weeks > 0 {
            return None;
        }
        let days = days.checked_add(weeks.checked_mul(7)?)?;
        Some(Self {
            months: months.checked_add(years.checked_mul(12)?)?,
            days: if working { 0 } else { days },
            working_days: if working { days } else { 0 },
            hours,
            minutes,
            opening_hours: working && (hours, minutes) != (0, 0),
        })
    }

    pub fn is_zero(&self) -> bool {
        Self { opening_hours: false, ..*self } == Self::default()
    }

    /// The span in words: `۴ روز کاری، ۴ ساعت و ۵۰ دقیقه`.
    pub fn say(&self, lang: Lang) -> String {
        let hours = if self.opening_hours { "common-opening-hours" } else { "common-hours" };
        let parts = [
            ("common-months", self.months),
            ("common-days", self.days),
            ("common-working-days", self.working_days),
            (hours, self.hours),
            ("common-minutes", self.minutes),
        ];
        let said = parts
            .iter()
            .filter(|(_, count)| *count > 0)
            .map(|(key, count)| say(lang, key, &[("count", (*count).into())]));
        crate::words::list(lang, &said.collect::<Vec<_>>())
    }
}

/// What stands between `P` and `T`, and what after `T`; at least one of them something.
fn split(text: &str) -> Option<(&str, &str)> {
    let text = text.strip_prefix('P')?;
    match text.split_once('T') {
        Some((_, "")) => None,
        Some(parts) => Some(parts),
        None if text.is_empty() => None,
        None => Some((text, "")),
    }
}

/// The number before each of these letters, 0 for one that is absent.
fn amounts<const N: usize>(text: &str, letters: [char; N]) -> Option<[u16; N]> {
    let mut rest = text;
    let mut amounts = [0; N];
    for (amount, letter) in amounts.iter_mut().zip(letters) {
        if let Some((number, after)) = rest.split_once(letter) {
            if !number.bytes().all(|byte| byte.is_ascii_digit()) {
                return None;
            }
            *amount = number.parse().ok()?;
            rest = after;
        }
    }
    rest.is_empty().then_some(amounts)
}
