//! How long to wait before the next try.

use chrono::TimeDelta;
use domain::jobs::{JobKind, Taken};
use rand::Rng;

use crate::verdict::Failure;

/// A job that failed this many times is not tried again; it stays in the list for the operator.
const MOST_TRIES: i32 = 10;

/// A case waits for these: somebody of the agency is told after the first try and one more behind
/// each step, fifteen hours after the first.
const MOST_TRIES_OF_A_CASE: i32 = 6;

/// Seconds before the second try, the third, and so on; the last one repeats.
const STEPS: [i64; 5] = [60, 5 * 60, 30 * 60, 2 * 3600, 12 * 3600];

/// A person waits for a notice, and whoever holds a busy row lets go soon: one quick try first.
const QUICK: i64 = 5;

/// When a failed job is tried again, if it is.
pub(crate) fn next_try(job: &Taken, failure: Failure, rng: &mut impl Rng) -> Option<TimeDelta> {
    if failure == Failure::Busy {
        // Being too late is no failing, so however often it happens it never ends the job.
        return Some(spread(QUICK, rng));
    }
    if job.attempt >= most_tries(job.kind) {
        return None;
    }
    Some(spread(step(job), rng))
}

fn most_tries(kind: JobKind) -> i32 {
    match kind {
        JobKind::FireTimer | JobKind::RunService => MOST_TRIES_OF_A_CASE,
        _ => MOST_TRIES,
    }
}

fn step(job: &Taken) -> i64 {
    let tried = usize::try_from(job.attempt - 1).unwrap_or(0);
    match (job.kind, tried) {
        (JobKind::DeliverNotice, 0) => QUICK,
        (JobKind::DeliverNotice, tried) => STEPS[(tried - 1).min(STEPS.len() - 1)],
        (_, tried) => STEPS[tried.min(STEPS.len() - 1)],
    }
}

/// Give or take a fifth, so that what failed together does not come back together.
fn spread(seconds: i64, rng: &mut impl Rng) -> TimeDelta {
    let milliseconds = seconds * 1000;
    TimeDelta::milliseconds(rng.random_range(milliseconds * 4 / 5..=milliseconds * 6 / 5))
}
