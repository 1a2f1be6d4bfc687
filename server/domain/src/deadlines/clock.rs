//! The agency's clock.

use chrono::{DateTime, TimeDelta, Utc};
use locale::jalali::Day;
use locale::working::Calendar;
use tenants::Scope;

use super::{calendar, store};
use crate::jobs::{self, Job, JobKind};
use crate::{CaseId, Result};

/// Stop the clock: the applicant has to act. What is left until the promised date and of every
/// legal timer is kept in working time. Nothing happens where it stands still already.
pub(crate) async fn stop_clock(
    scope: &mut Scope,
    case: CaseId,
    promised_at: DateTime<Utc>,
) -> Result<()> {
    let (calendar, now) = (calendar(scope).await?, scope.now());
    if !store::open_pause(scope, case, left_of(&calendar, now, promised_at)).await? {
        return Ok(());
    }
    for (id, due_at) in store::armed_legal(scope, case).await? {
        store::pause_timer(scope, id, left_of(&calendar, now, due_at)).await?;
        jobs::remove(scope, id).await?;
    }
    Ok(())
}

/// Start it again. Returns the promised date as it is now, where the clock stood still. A date that had
/// passed before the clock stopped stays: asking for documents does not make a late answer less late.
pub(crate) async fn start_clock(
    scope: &mut Scope,
    case: CaseId,
    promised_at: DateTime<Utc>,
) -> Result<Option<DateTime<Utc>>> {
    let Some(left) = store::close_pause(scope, case).await? else { return Ok(None) };
    let (calendar, now) = (calendar(scope).await?, scope.now());
    for (id, left) in store::paused(scope, case).await? {
        let due_at = calendar.add_working(now, TimeDelta::seconds(left));
        store::rearm(scope, id, due_at).await?;
        let job = Job { id, kind: JobKind::FireTimer, subject: id, run_at: due_at };
        jobs::enqueue(scope, job).await?;
    }
    Ok(Some(promise_after(&calendar, now, left, promised_at)))
}

/// What is left of a date when the clock stops, in seconds of working time.
pub(crate) fn left_of(calendar: &Calendar, now: DateTime<Utc>, due_at: DateTime<Utc>) -> i64 {
    calendar.working_between(now, due_at).num_seconds()
}

/// The promised date when the clock goes on with so many seconds left.
pub(crate) fn promise_after(
    calendar: &Calendar,
    now: DateTime<Utc>,
    left: i64,
    promised_at: DateTime<Utc>,
) -> DateTime<Utc> {
    let was_late = left <= 0;
    if was_late {
        return promised_at;
    }
    // A promise is a day, so it ends with that day.
    Day::of(calendar.add_working(now, TimeDelta::seconds(left))).end_of_day()
}
