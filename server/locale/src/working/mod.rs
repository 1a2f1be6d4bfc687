//! Working time: on which days and at which hours an agency works, and deadlines counted in it.
//!
//! Only Friday is a day of rest by law; which other day is one, the opening hours and the holidays
//! change by agency, province and season, and lunar holidays move by a day at short notice. So a
//! [`Calendar`] is data of the tenant, with a version that tells by which list a date was promised.
//!
//! The rules of counting:
//! - the day on which the time begins to run is not counted, unless the calendar says so;
//! - a deadline in days lasts to the end of its day, 24:00, and is kept as that day's last second,
//!   so that the day that people are told is the day meant;
//! - a deadline in calendar days that would end on a closed day ends on the next working day,
//!   unless the calendar says not;
//! - hours of working time run only while the agency is open.

mod add;
mod between;
mod calendar;
mod holidays;
mod hours;
mod span;

pub use calendar::{Calendar, Unusable};
pub use hours::{Hours, Opening};
pub use span::Span;

#[cfg(test)]
mod tests;
