//! Virtual time.

use bpmn::{Span, Timer};
use chrono::{DateTime, Days, Months, NaiveDate, NaiveDateTime, TimeDelta};

/// Every case begins here, so that two runs are alike.
pub(crate) fn beginning() -> NaiveDateTime {
    DateTime::UNIX_EPOCH.naive_utc()
}

/// The moment a span later; none when no calendar reaches it.
pub(crate) fn after(now: NaiveDateTime, span: Span) -> Option<NaiveDateTime> {
    let months = span.years.checked_mul(12)?.checked_add(span.months)?;
    let seconds = TimeDelta::hours(span.hours.into())
        + TimeDelta::minutes(span.minutes.into())
        + TimeDelta::seconds(span.seconds.into());
    now.checked_add_months(Months::new(months))?
        .checked_add_days(Days::new(span.days.into()))?
        .checked_add_signed(seconds)
}

/// When a timer armed now is due; none when that is never. Working days are counted as days.
pub(crate) fn due(now: NaiveDateTime, timer: &Timer) -> Option<NaiveDateTime> {
    match timer {
        Timer::Duration(span) | Timer::Cycle { every: span, .. } => after(now, *span),
        Timer::Date(text) => date(text),
        // The engine tells the value of an expression, never the expression.
        Timer::Expression(_) => None,
    }
}

/// Dates without an offset are taken as UTC.
fn date(text: &str) -> Option<NaiveDateTime> {
    let plain = ["%Y-%m-%dT%H:%M:%S%.f", "%Y-%m-%dT%H:%M"];
    let zoned = ["%Y-%m-%dT%H:%M:%S%.f%:z", "%Y-%m-%dT%H:%M%:z"];
    let text = text.replace('Z', "+00:00");
    let with_zone = zoned.iter().find_map(|form| DateTime::parse_from_str(&text, form).ok());
    with_zone
        .map(|moment| moment.naive_utc())
        .or_else(|| plain.iter().find_map(|form| NaiveDateTime::parse_from_str(&text, form).ok()))
        .or_else(|| text.parse::<NaiveDate>().ok()?.and_hms_opt(0, 0, 0))
}
