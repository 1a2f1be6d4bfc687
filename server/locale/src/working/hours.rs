//! Opening hours of a week.

use chrono::{NaiveTime, Weekday};
use serde::{Deserialize, Serialize};

/// One stretch of time in which the agency is open: `{"opens": "07:30", "closes": "14:30"}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opening {
    pub opens: NaiveTime,
    pub closes: NaiveTime,
}

/// The openings of each day of the week, in the order of the day. A day without one is closed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Hours {
    pub sat: Vec<Opening>,
    pub sun: Vec<Opening>,
    pub mon: Vec<Opening>,
    pub tue: Vec<Opening>,
    pub wed: Vec<Opening>,
    pub thu: Vec<Opening>,
    pub fri: Vec<Opening>,
}

impl Hours {
    /// The same single opening on every day. The weekend is the calendar's to take out.
    pub fn daily(opens: NaiveTime, closes: NaiveTime) -> Self {
        let day = || vec![Opening { opens, closes }];
        Self { sat: day(), sun: day(), mon: day(), tue: day(), wed: day(), thu: day(), fri: day() }
    }

    pub fn on(&self, day: Weekday) -> &[Opening] {
        match day {
            Weekday::Sat => &self.sat,
            Weekday::Sun => &self.sun,
            Weekday::Mon => &self.mon,
            Weekday::Tue => &self.tue,
            Weekday::Wed => &self.wed,
            Weekday::Thu => &self.thu,
            Weekday::Fri => &self.fri,
        }
    }

    /// Whether each opening ends after it begins and begins after the one before it.
    pub(super) fn are_in_order(&self) -> bool {
        let days = [&self.sat, &self.sun, &self.mon, &self.tue, &self.wed, &self.thu, &self.fri];
        days.iter().all(|openings| {
            openings.iter().all(|opening| opening.opens < opening.closes)
                && openings.windows(2).all(|pair| pair[0].closes <= pair[1].opens)
        })
    }
}
