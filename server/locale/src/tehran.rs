//! Between instants and the clock on the wall in Iran.
//!
//! Iran kept summer time until September 2022, and its spring change skipped the hour after
//! midnight: in those years the first of Farvardin has no 00:00.

use chrono::{
    DateTime, Duration, MappedLocalTime, NaiveDate, NaiveDateTime, NaiveTime, TimeZone, Utc,
};
use chrono_tz::Asia::Tehran;

/// What calendar and clock show in Tehran at this instant.
pub(crate) fn local(at: DateTime<Utc>) -> NaiveDateTime {
    at.with_timezone(&Tehran).naive_local()
}

/// The first instant at which Tehran's clock shows this or, if it is skipped, what follows it.
pub(crate) fn instant(local: NaiveDateTime) -> DateTime<Utc> {
    match Tehran.from_local_datetime(&local) {
        MappedLocalTime::Single(at) | MappedLocalTime::Ambiguous(at, _) => at.to_utc(),
        // The clock jumped forward by an hour, so an hour later on the wall is the same instant.
        MappedLocalTime::None => {
            let later = Tehran.from_local_datetime(&(local + Duration::hours(1))).earliest();
            later.unwrap_or_else(|| Tehran.from_utc_datetime(&local)).to_utc()
        }
    }
}

/// The first instant of a day.
pub(crate) fn midnight(on: NaiveDate) -> DateTime<Utc> {
    instant(on.and_time(NaiveTime::MIN))
}
