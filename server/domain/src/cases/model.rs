//! A case under its lock.

use bpmn::Position;
use chrono::{DateTime, Utc};
use locale::tracking_code::TrackingCode;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use strum::{EnumString, IntoStaticStr};

use super::Applicant;
use crate::events::Event;
use crate::{AccountId, CaseId, ProcessVersionId, ServiceVersionId};

/// The engine's word for how a case's process is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, IntoStaticStr, EnumString, Serialize, Deserialize)]
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
pub(crate) struct Case {
    pub(crate) id: CaseId,
    pub(crate) version: ServiceVersionId,
    pub(crate) process: ProcessVersionId,
    pub(crate) code: TrackingCode,
    pub(crate) number: Option<String>,
    pub(crate) account: Option<AccountId>,
    pub(crate) state: CaseState,
    /// The word people see for where it stands (`domain.md` 4.2), set by the process's steps.
    pub(crate) stage: String,
    pub(crate) position: Position,
    /// What the process's conditions may ask.
    pub(crate) vars: Map<String, Value>,
    pub(crate) next_no: i32,
    pub(crate) event_head: Vec<u8>,
    pub(crate) opened_at: DateTime<Utc>,
    pub(crate) promised_at: DateTime<Utc>,
    pub(crate) closed_at: Option<DateTime<Utc>>,
    /// Whether something stood in its way when it was read, or was met since.
    pub(crate) troubled: bool,
    /// Who asks, where this call knows it without unsealing it again.
    pub(crate) applicant: Option<Applicant>,
    /// What happened in this call, in order.
    pub(crate) news: Vec<Event>,
}

impl Case {
    pub(crate) fn is_open(&self) -> bool {
        self.state == CaseState::Active
    }

    pub(crate) fn note(&mut self, event: Event) {
        self.news.push(event);
    }
}
