//! How codes look, how long they live and how fast they may follow one another.

use chrono::{DateTime, TimeDelta, Utc};
use locale::identity::Mobile;
use rand::Rng;
use tenants::Scope;
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::Refusal;

/// How long a code opens the door (ASVS 5.0, 6.5.5 asks for 10 minutes at most).
pub(super) const LIFETIME: TimeDelta = TimeDelta::minutes(3);
/// After this many wrong tries a code is dead: one guess in 200,000.
pub(super) const TRIES: i32 = 5;
/// How far back the limits of a number look.
pub(super) const REMEMBERED: TimeDelta = TimeDelta::hours(24);

const PER_HOUR: usize = 5;
const PER_DAY: usize = 10;

/// Six random digits.
pub(super) fn new_code() -> Zeroizing<String> {
    Zeroizing::new(format!("{:06}", rand::rng().random_range(0..1_000_000)))
}

/// What is kept of a code: it fits one page, one number and one agency.
pub(super) fn code_mark(scope: &Scope, id: Uuid, mobile: &Mobile, code: &str) -> Vec<u8> {
    let bound = Zeroizing::new(format!("{id}:{}:{code}", mobile.as_str()));
    scope.mark("one-time-code", &bound)
}

/// A code as it was typed: digits of any script, with spaces or dashes between them.
pub(crate) fn typed(code: &str) -> String {
    let separator = |c: char| c.is_whitespace() || c == '-' || c == '\u{200c}';
    locale::digits::to_latin(code).chars().filter(|c| !separator(*c)).collect()
}

/// Whether a code may be sent to a number now, given when the last ones were, newest first.
pub(super) fn pace(sent: &[DateTime<Utc>], now: DateTime<Utc>) -> Result<(), Refusal> {
    if next_by_number(sent).is_some_and(|at| at > now) {
        return Err(Refusal::TooManyCodes);
    }
    match next_by_gap(sent, now) {
        Some(until) if until > now => Err(Refusal::CodeTooSoon { until }),
        _ => Ok(()),
    }
}

/// When the next may be sent, given when the last ones were, newest first.
pub(super) fn next_at(sent: &[DateTime<Utc>], now: DateTime<Utc>) -> DateTime<Utc> {
    next_by_gap(sent, now).max(next_by_number(sent)).unwrap_or(now)
}

/// 60 seconds after the first code within an hour, 120 after the second, 300 after any other.
fn next_by_gap(sent: &[DateTime<Utc>], now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let within_hour = sent.iter().filter(|at| now - **at < TimeDelta::hours(1)).count();
    let gap = match within_hour {
        0 => 0,
        1 => 60,
        2 => 120,
        _ => 300,
    };
    sent.first().map(|last| *last + TimeDelta::seconds(gap))
}

/// Five within an hour and ten within a day, however far apart.
fn next_by_number(sent: &[DateTime<Utc>]) -> Option<DateTime<Utc>> {
    let by_hour = sent.get(PER_HOUR - 1).map(|at| *at + TimeDelta::hours(1));
    let by_day = sent.get(PER_DAY - 1).map(|at| *at + REMEMBERED);
    by_hour.max(by_day)
}
