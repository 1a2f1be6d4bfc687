//! How codes look, how long they live and how fast they may follow one another.

use std::ops::Range;

use chrono::{DateTime, TimeDelta, Utc};
use locale::identity::Mobile;
use rand::Rng;
use tenants::Scope;
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::Refusal;
use crate::identity::attempts::Tally;

/// How long a code opens the door (ASVS 5.0, 6.5.5 asks for 10 minutes at most).
pub(super) const LIFETIME: TimeDelta = TimeDelta::minutes(3);
/// After this many wrong tries a code is dead: one guess in 200,000.
pub(super) const TRIES: i32 = 5;
/// How far back the limits of a number look.
pub(super) const REMEMBERED: TimeDelta = TimeDelta::hours(24);

/// An address that has used up its hour still gets a code this often: behind one address of a
/// mobile operator stand thousands of people, so it is slowed and never shut out.
const SLOW_LANE: TimeDelta = TimeDelta::seconds(60);
/// The breaker looks at the codes of this long.
const BREAKER_WINDOW: TimeDelta = TimeDelta::minutes(15);
/// Fewer codes than this tell nothing.
const BREAKER_LEAST: i64 = 50;
/// Below this share of codes used, somebody is burning the agency's money.
const BREAKER_PERCENT: i64 = 30;

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

/// Whether an address has used up its hour, and had its last code a moment ago.
pub(super) fn comes_too_fast(tally: Tally, per_hour: u32, now: DateTime<Utc>) -> bool {
    let lately = tally.last_at.is_some_and(|at| now - at < SLOW_LANE);
    lately && i64::from(tally.count) >= i64::from(per_hour)
}

/// The codes that the breaker looks at were sent after the start and no later than the end. Only those
/// whose time is over are counted: in a rush, the newest ones have not had the time to be typed.
pub(super) fn breaker_window(now: DateTime<Utc>) -> Range<DateTime<Utc>> {
    now - BREAKER_WINDOW..now - LIFETIME
}

/// Whether hardly any of the codes sent were used.
pub(super) fn is_suspicious(sent: i64, used: i64) -> bool {
    sent >= BREAKER_LEAST && used * 100 < sent * BREAKER_PERCENT
}
