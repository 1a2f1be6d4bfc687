//! How long the agency was open between two instants.

use chrono::{DateTime, Days, Duration, Utc};

use super::calendar::Calendar;
use crate::tehran;

impl Calendar {
    /// The opening time from `from` to `to`; none if `to` is not later.
    ///
    /// To stop the clock while the applicant has to act, keep what was left of the deadline with
    /// this and give it back with [`Calendar::add_working`].
    pub fn working_between(&self, from: DateTime<Utc>, to: DateTime<Utc>) -> Duration {
        let (first, last) = (tehran::local(from).date(), tehran::local(to).date());
        let days = std::iter::successors(Some(first), |day| day.checked_add_days(Days::new(1)));
        days.take_while(|day| *day <= last)
            .flat_map(|day| self.open_on(day))
            .map(|(opens, closes)| (closes.min(to) - opens.max(from)).max(Duration::zero()))
            .sum()
    }
}
