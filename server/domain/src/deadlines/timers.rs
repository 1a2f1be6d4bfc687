//! Timers of processes.

use anyhow::anyhow;
use bpmn::Node;
use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use chrono_tz::Asia::Tehran;
use locale::working::Span;
use serde::{Deserialize, Serialize};
use tenants::Scope;
use uuid::Uuid;

use super::{calendar, store};
use crate::jobs::{self, Job, JobKind};
use crate::{CaseId, Error, Result};

/// A timer that a step armed.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Timer {
    pub(crate) id: Uuid,
    pub(crate) case: CaseId,
    /// The token of the activity it stands on, and the boundary event it fires.
    pub(crate) token: u64,
    pub(crate) node: String,
    pub(crate) due_at: DateTime<Utc>,
    /// Part of the agency's own deadline: it stands still with the clock.
    pub(crate) legal: bool,
}

/// When a timer is due if it is armed at a moment. The event says how days are counted.
pub(crate) async fn due_from(
    scope: &mut Scope,
    from: DateTime<Utc>,
    event: &Node,
    timer: &bpmn::Timer,
) -> Result<DateTime<Utc>> {
    let working = event.step.get("calendar") == Some("working");
    let span = match timer {
        bpmn::Timer::Duration(span) | bpmn::Timer::Cycle { every: span, .. } => span,
        bpmn::Timer::Date(date) => {
            let moment = moment(date);
            return moment.ok_or_else(|| anyhow!("no moment: {date}").into());
        }
        // The engine tells the value of an expression, never the expression.
        bpmn::Timer::Expression(text) => return Err(anyhow!("no time: {text}").into()),
    };
    let span = Span::parse_iso(&span.to_string(), working)
        .ok_or_else(|| anyhow!("a span the calendar does not know: {span}"))?;
    Ok(calendar(scope).await?.add(from, &span))
}

/// The moment that an ISO 8601 text names; without a zone it is Tehran's, and a day alone begins at
/// midnight.
fn moment(text: &str) -> Option<DateTime<Utc>> {
    if let Ok(moment) = DateTime::parse_from_rfc3339(text) {
        return Some(moment.to_utc());
    }
    let formats = ["%Y-%m-%dT%H:%M:%S%.f", "%Y-%m-%dT%H:%M"];
    let local = formats.iter().find_map(|it| NaiveDateTime::parse_from_str(text, it).ok());
    let local = local.or_else(|| text.parse::<NaiveDate>().ok()?.and_hms_opt(0, 0, 0))?;
    local.and_local_timezone(Tehran).earliest().map(|moment| moment.to_utc())
}

/// Arm a timer: a row, and a job of the same id.
pub(crate) async fn arm(scope: &mut Scope, timer: Timer) -> Result<()> {
    store::insert_timer(scope, &timer).await?;
    let job =
        Job { id: timer.id, kind: JobKind::FireTimer, subject: timer.id, run_at: timer.due_at };
    jobs::enqueue(scope, job).await
}

/// Take a step's timer off.
pub(crate) async fn disarm(scope: &mut Scope, case: CaseId, token: u64, node: &str) -> Result<()> {
    for id in store::turn_off(scope, case, Some((token, node))).await? {
        jobs::remove(scope, id).await?;
    }
    Ok(())
}

/// Take every timer of a case off.
pub(crate) async fn disarm_all(scope: &mut Scope, case: CaseId) -> Result<()> {
    for id in store::turn_off(scope, case, None).await? {
        jobs::remove(scope, id).await?;
    }
    Ok(())
}

/// An armed timer, read again under its case's lock; missing where it was taken off, paused
/// or fired meanwhile.
pub(crate) async fn timer(scope: &mut Scope, id: Uuid) -> Result<Timer> {
    store::timer(scope, id).await?.ok_or(Error::Missing("timer"))
}

/// The same for whoever can do without it.
pub(crate) async fn armed(scope: &mut Scope, id: Uuid) -> Result<Option<Timer>> {
    store::timer(scope, id).await
}

/// A timer runs on under another id. Where its time is written anew, it counts from when it was first
/// armed; while the clock stands still, what is left of it stays.
pub(crate) async fn rename(
    scope: &mut Scope,
    case: CaseId,
    (token, from): (u64, &str),
    (event, anew): (&Node, Option<&bpmn::Timer>),
) -> Result<()> {
    let Some((id, armed_at)) = store::running(scope, case, (token, from)).await? else {
        return Ok(());
    };
    let legal = event.step.get("legal") == Some("true");
    let due_at = match anew {
        Some(timer) => Some(due_from(scope, armed_at, event, timer).await?),
        None => None,
    };
    let armed = store::go_on(scope, id, (&event.id, legal), due_at).await?;
    if let (Some(run_at), true) = (due_at, armed) {
        jobs::enqueue(scope, Job { id, kind: JobKind::FireTimer, subject: id, run_at }).await?;
    }
    Ok(())
}

/// Note that it fired.
pub(crate) async fn fired(scope: &mut Scope, id: Uuid) -> Result<()> {
    store::set_fired(scope, id).await
}
