//! What happened to a case: in plain words for the applicant, in full for the agency.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use serde::Serialize;
use tenants::{Scope, Text};

use crate::events::{self, Event, Recorded};
use crate::organisation::{self, Position};
use crate::{CaseId, PositionId, Result, StaffId, identity};

/// What an applicant may know of what happened. Internal orders and answers are not among it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum MomentKind {
    Opened,
    Numbered {
        number: String,
    },
    /// It came to stand elsewhere in its process.
    Stage {
        stage: String,
    },
    /// It went to another office, and the agency chose to say so.
    Referred,
    DocumentsAsked {
        due_at: DateTime<Utc>,
    },
    DocumentsSupplied,
    ClockStopped,
    ClockStarted {
        promised_at: DateTime<Utc>,
    },
    Decided {
        outcome: String,
    },
    Withdrawn,
    Ended {
        state: String,
    },
}

/// One line of the applicant's timeline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Moment {
    pub at: DateTime<Utc>,
    pub what: MomentKind,
    /// The unit it went to, where there is one to name.
    pub office: Option<Text>,
}

/// One line of the agency's history.
#[derive(Debug, Clone)]
pub struct HistoryLine {
    pub no: i32,
    pub at: DateTime<Utc>,
    /// The member of staff who did it; otherwise the applicant or the desk itself.
    pub by: Option<String>,
    pub actor: &'static str,
    pub event: Event,
}

/// The applicant's timeline, oldest first.
pub(super) async fn of_case(scope: &mut Scope, case: CaseId) -> Result<Vec<Moment>> {
    let recorded = events::of_case(scope, case).await?;
    let offices = offices(scope, &recorded).await?;
    Ok(recorded.into_iter().filter_map(|r| moment(r, &offices)).collect())
}

async fn offices(
    scope: &mut Scope,
    recorded: &[Recorded],
) -> Result<HashMap<PositionId, Position>> {
    let ids: Vec<PositionId> = recorded.iter().filter_map(|r| position(&r.event)).collect();
    organisation::positions_by_id(scope, &ids).await
}

fn position(event: &Event) -> Option<PositionId> {
    match event {
        Event::Referred { to, tells_applicant: true, .. } => Some(*to),
        _ => None,
    }
}

fn moment(recorded: Recorded, offices: &HashMap<PositionId, Position>) -> Option<Moment> {
    let office = position(&recorded.event).and_then(|p| offices.get(&p));
    let office = office.map(|p| p.unit_title.clone());
    let what = match recorded.event {
        Event::Opened => MomentKind::Opened,
        Event::Numbered { number } => MomentKind::Numbered { number },
        Event::StageChanged { stage } => MomentKind::Stage { stage },
        Event::Referred { tells_applicant: true, .. } => MomentKind::Referred,
        Event::DocumentsAsked { due_at, .. } => MomentKind::DocumentsAsked { due_at },
        Event::DocumentsSupplied { .. } => MomentKind::DocumentsSupplied,
        Event::ClockStopped => MomentKind::ClockStopped,
        Event::ClockStarted { promised_at } => MomentKind::ClockStarted { promised_at },
        Event::Decided { outcome, .. } => MomentKind::Decided { outcome },
        Event::Withdrawn => MomentKind::Withdrawn,
        Event::Ended { state, .. } => MomentKind::Ended { state },
        _ => return None,
    };
    Some(Moment { at: recorded.at, what, office })
}

/// The agency's history, oldest first.
pub(super) async fn history(scope: &mut Scope, case: CaseId) -> Result<Vec<HistoryLine>> {
    let recorded = events::of_case(scope, case).await?;
    let mut staff: Vec<StaffId> = recorded.iter().filter_map(|r| r.staff().map(StaffId)).collect();
    staff.sort_unstable();
    staff.dedup();
    let names = identity::staff_names(scope, &staff).await?;
    let line = |r: Recorded| HistoryLine {
        no: r.no,
        at: r.at,
        by: r.staff().and_then(|s| names.get(&StaffId(s)).cloned()),
        actor: actor(&r),
        event: r.event,
    };
    Ok(recorded.into_iter().map(line).collect())
}

fn actor(recorded: &Recorded) -> &'static str {
    match recorded.actor.get("is").and_then(serde_json::Value::as_str) {
        Some("citizen" | "api-client") => "applicant",
        Some("staff") => "staff",
        _ => "desk",
    }
}
