//! A case under its lock.

use bpmn::Position;
use chrono::{DateTime, Utc};
use locale::tracking_code::TrackingCode;
use serde::Serialize;
use serde_json::{Map, Value};
use strum::{EnumString, IntoStaticStr};

use super::Applicant;
use crate::events::Event;
use crate::{AccountId, CaseId, ProcessVersionId, ServiceVersionId};

/// The engine's word for how a case's process is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, IntoStaticStr, EnumString, Serialize)]
#[strum(serialize_all = "kebab-case")]
#[serde(rename_all = "kebab-case")]
pub enum CaseState {
    Active,
    Suspended,
    Completed,
    Cancelled,
    Failed,
}

/// A case, locked for the length of a call; what a call does to it is kept by `hold::save`.
pub(super) struct Case {
    pub(super) id: CaseId,
    pub(super) version: ServiceVersionId,
    pub(super) process: ProcessVersionId,
    pub(super) code: TrackingCode,
    pub(super) number: Option<String>,
    pub(super) account: Option<AccountId>,
    pub(super) state: CaseState,
    /// The word people see for where it stands (`domain.md` 4.2), set by the process's steps.
    pub(super) stage: String,
    pub(super) position: Position,
    /// What the process's conditions may ask.
    pub(super) vars: Map<String, Value>,
    pub(super) next_no: i32,
    pub(super) event_head: Vec<u8>,
    pub(super) opened_at: DateTime<Utc>,
    pub(super) promised_at: DateTime<Utc>,
    pub(super) closed_at: Option<DateTime<Utc>>,
    /// Whether something stood in its way when it was read, or was met since.
    pub(super) troubled: bool,
    /// Who asks, where this call knows it without unsealing it again.
    pub(super) applicant: Option<Applicant>,
    /// What happened in this call, in order.
    pub(super) news: Vec<Event>,
}

impl Case {
    pub(super) fn is_open(&self) -> bool {
        self.state == CaseState::Active
    }

    pub(super) fn note(&mut self, event: Event) {
        self.news.push(event);
    }
}
