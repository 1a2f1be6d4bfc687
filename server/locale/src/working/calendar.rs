//! A tenant's calendar of working time.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate, NaiveTime, Weekday};
use serde::{Deserialize, Serialize};

use super::holidays;
use super::hours::{Hours, Opening};

/// When an agency works. In a tenant's settings it is
///
/// ```json
/// {
///   "version": "fda-1405-2",
///   "weekend": ["Thu", "Fri"],
///   "hours": {"sat": [{"opens": "07:30", "closes": "14:30"}]},
///   "holidays": ["2026-03-21"],
///   "count_first_day": false,
///   "end_on_working_day": true
/// }
/// ```
///
/// where the last two may be left out. A calendar has at least one day a week on which the agency
/// opens, so a deadline always comes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "Settings", try_from = "Settings")]
pub struct Calendar(Settings);

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Settings {
    version: String,
    weekend: Vec<Weekday>,
    hours: Hours,
    #[serde(default)]
    holidays: BTreeSet<NaiveDate>,
    #[serde(default)]
    count_first_day: bool,
    #[serde(default = "yes")]
    end_on_working_day: bool,
}

/// Why a calendar cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unusable {
    #[error("no day of the week is open")]
    NeverOpen,
    #[error("openings of a day overlap, or one closes before it opens")]
    HoursOutOfOrder,
}

impl Calendar {
    /// A calendar without holidays that counts by the usual rules.
    pub fn new(version: &str, weekend: Vec<Weekday>, hours: Hours) -> Result<Self, Unusable> {
        Self::try_from(Settings {
            version: version.to_owned(),
            weekend,
            hours,
            holidays: BTreeSet::new(),
            count_first_day: false,
            end_on_working_day: true,
        })
    }

    /// Where a new tenant begins: Saturday to Wednesday from 07:30 to 14:30, as the ministries in
    /// Tehran work, with the known official holidays.
    pub fn iran_default() -> Self {
        let opens = NaiveTime::from_hms_opt(7, 30, 0).expect("07:30 is a time");
        let closes = NaiveTime::from_hms_opt(14, 30, 0).expect("14:30 is a time");
        let week = Self::new("", vec![Weekday::Thu, Weekday::Fri], Hours::daily(opens, closes));
        week.expect("five days a week are open").with_holidays_1405()
    }

    /// The same calendar with the official holidays of 1405 added and named in its version.
    ///
    /// 1405 is the only year whose whole list is known; of 1404 only some days are published in
    /// what we have, so none is included. The dates after Tir follow from the lunar calendar and
    /// can move by a day: the tenant's own list corrects them.
    #[must_use]
    pub fn with_holidays_1405(mut self) -> Self {
        let official = holidays::official();
        self.0.holidays.extend(official.dates());
        self.0.version = match self.0.version.as_str() {
            "" => official.version.clone(),
            own => format!("{own}+{}", official.version),
        };
        self
    }

    /// The same calendar with these days closed too.
    #[must_use]
    pub fn with_holidays(mut self, days: impl IntoIterator<Item = NaiveDate>) -> Self {
        self.0.holidays.extend(days);
        self
    }

    /// Which list of hours and holidays this is.
    pub fn version(&self) -> &str {
        &self.0.version
    }

    pub fn weekend(&self) -> &[Weekday] {
        &self.0.weekend
    }

    pub fn holidays(&self) -> &BTreeSet<NaiveDate> {
        &self.0.holidays
    }

    pub fn hours(&self) -> &Hours {
        &self.0.hours
    }

    pub fn is_working_day(&self, on: NaiveDate) -> bool {
        !self.openings(on).is_empty()
    }

    pub(super) fn counts_first_day(&self) -> bool {
        self.0.count_first_day
    }

    pub(super) fn ends_on_working_day(&self) -> bool {
        self.0.end_on_working_day
    }

    /// When the agency is open on this day, by Tehran's clock.
    pub(super) fn openings(&self, on: NaiveDate) -> &[Opening] {
        let closed = self.0.weekend.contains(&on.weekday()) || self.0.holidays.contains(&on);
        if closed { &[] } else { self.0.hours.on(on.weekday()) }
    }
}

impl TryFrom<Settings> for Calendar {
    type Error = Unusable;

    fn try_from(settings: Settings) -> Result<Self, Unusable> {
        let mut week = std::iter::successors(Some(Weekday::Sat), |day| Some(day.succ())).take(7);
        let opens = |day| !settings.weekend.contains(&day) && !settings.hours.on(day).is_empty();
        if !week.any(opens) {
            return Err(Unusable::NeverOpen);
        }
        if settings.hours.are_in_order() {
            Ok(Self(settings))
        } else {
            Err(Unusable::HoursOutOfOrder)
        }
    }
}

impl From<Calendar> for Settings {
    fn from(calendar: Calendar) -> Self {
        calendar.0
    }
}

fn yes() -> bool {
    true
}
