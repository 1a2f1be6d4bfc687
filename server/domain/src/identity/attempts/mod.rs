//! Counting attempts, so that guesses and codes can be slowed down.
//!
//! A counter's row is the lock under which its limit is looked at: of two calls at the same moment
//! the second waits until the first has been counted.

mod origin;
mod store;

use chrono::{DateTime, TimeDelta, Utc};
use tenants::Scope;

use crate::Result;

pub(super) use origin::subscriber;

/// How long counters are kept after their span began; longer than the longest span.
const KEPT: TimeDelta = TimeDelta::days(2);

/// What is counted: a kind of attempt by one person, number or address, in spans of this length.
pub(super) struct Counter {
    pub(super) kind: &'static str,
    pub(super) mark: Vec<u8>,
    pub(super) span: TimeDelta,
}

/// What was counted in the present span, before this attempt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Tally {
    pub(super) count: i32,
    pub(super) last_at: Option<DateTime<Utc>>,
}

impl Counter {
    /// The count so far; the counter is locked until the scope ends.
    pub(super) async fn hold(&self, scope: &mut Scope) -> Result<Tally> {
        let row = self.row(scope.now());
        store::hold_attempts(scope, &row).await
    }

    /// Count one more.
    pub(super) async fn add(&self, scope: &mut Scope) -> Result<()> {
        let row = self.row(scope.now());
        store::add_attempt(scope, &row).await
    }

    /// Take one back: it was no wrong guess.
    pub(super) async fn take_back(&self, scope: &mut Scope) -> Result<()> {
        let row = self.row(scope.now());
        store::take_attempt_back(scope, &row).await
    }

    /// Begin from nothing again.
    pub(super) async fn clear(&self, scope: &mut Scope) -> Result<()> {
        let row = self.row(scope.now());
        store::clear_attempts(scope, &row).await
    }

    /// The row of the span that holds `now`. Spans begin at whole multiples of their length.
    fn row(&self, now: DateTime<Utc>) -> store::Row<'_> {
        let into = now.timestamp().rem_euclid(self.span.num_seconds().max(1));
        let began_at = DateTime::from_timestamp(now.timestamp() - into, 0).unwrap_or(now);
        store::Row { kind: self.kind, mark: &self.mark, began_at }
    }
}

/// Remove a few counters that no limit looks at any more. Whoever adds one calls this, so the table
/// stays as small as the traffic of two days.
pub(super) async fn sweep(scope: &mut Scope) -> Result<()> {
    let before = scope.now() - KEPT;
    store::sweep_attempts(scope, before).await
}

#[cfg(test)]
mod tests;
