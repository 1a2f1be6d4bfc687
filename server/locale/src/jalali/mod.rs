//! The Jalali (Solar Hijri) calendar, by which Iran dates everything official.
//!
//! The arithmetic is `icu_calendar`'s: the 33-year rule with the corrections that make it agree
//! with the astronomical calendar from 1178 to 3000. Its leap years are the official ones (1403,
//! not 1404 as in the 2820-year rule). Days are those of Tehran.

mod convert;
mod day;
mod show;

pub(crate) use convert::end_of;
pub use convert::{is_leap, month_length};
pub use day::{Day, NotADay};
pub use show::{clock, hour_and_minute, moment, weekday};

#[cfg(test)]
mod tests;
