//! A migration, and the trial of one.

use bpmn::Plan;
use chrono::{DateTime, Utc};

use crate::processes::ProcessLine;
use crate::{CaseId, MigrationId, ProcessVersionId};

/// From which version to which, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MigrationPlan {
    pub from: ProcessVersionId,
    pub to: ProcessVersionId,
    pub steps: Plan,
}

/// What a plan would do. Nothing is changed by it.
#[derive(Debug, Clone, Default)]
pub struct Trial {
    /// The cases that would be moved.
    pub fitting: i64,
    pub misfitting: i64,
    /// Node by node of the old version: how many tokens wait there, and what keeps them.
    pub findings: Vec<Finding>,
}

/// What a trial finds at one node.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    pub node: String,
    pub waiting: i64,
    /// How many cannot go where the plan says, and why: the word of the engine.
    pub misfitting: i64,
    pub why: Option<&'static str>,
}

#[derive(Debug, Clone)]
pub struct Migration {
    pub id: MigrationId,
    pub from: ProcessLine,
    pub to: ProcessLine,
    pub started_at: DateTime<Utc>,
    /// The name of whoever started it.
    pub by: Option<String>,
    pub stopped_at: Option<DateTime<Utc>>,
    pub progress: Progress,
}

/// How many cases came how far.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Progress {
    pub waiting: i64,
    pub moved: i64,
    pub misfit: i64,
    pub left: i64,
}

/// A case that did not fit when its turn came.
#[derive(Debug, Clone)]
pub struct Misfitting {
    pub case: CaseId,
    pub code: String,
    pub node: String,
    pub why: String,
}
