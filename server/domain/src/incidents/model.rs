//! An incident.

use bpmn::StuckKind;
use chrono::{DateTime, Utc};
use strum::{EnumString, IntoStaticStr, VariantArray};
use uuid::Uuid;

use crate::{CaseId, IncidentId, StaffId};

/// What stands in a case's way: what the engine knows, and what only the desk does.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, IntoStaticStr, EnumString, VariantArray, strum::Display,
)]
#[strum(serialize_all = "kebab-case")]
pub enum IncidentKind {
    /// An expression could not be decided, or says what cannot be done.
    Expression,
    /// A decision table gave no answer.
    Decision,
    /// The time of a timer could not be told.
    Timer,
    /// No condition holds and there is no default.
    NoFlow,
    /// One command did more than it may.
    Runaway,
    /// A join waits for a branch that cannot come.
    Deadlock,
    /// Inclusive joins wait for each other.
    OrJoinCycle,
    /// An error that nothing caught. The case has failed.
    UncaughtError,
    /// A job of the case was tried as often as it may be.
    Job,
    /// A step came before a role that nobody holds.
    Nobody,
}

impl From<StuckKind> for IncidentKind {
    fn from(kind: StuckKind) -> Self {
        match kind {
            StuckKind::Expression => Self::Expression,
            StuckKind::Decision => Self::Decision,
            StuckKind::Timer => Self::Timer,
            StuckKind::NoFlow => Self::NoFlow,
            StuckKind::Runaway => Self::Runaway,
            StuckKind::Deadlock => Self::Deadlock,
            StuckKind::OrJoinCycle => Self::OrJoinCycle,
            StuckKind::UncaughtError => Self::UncaughtError,
        }
    }
}

/// How an incident ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, IntoStaticStr, EnumString, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum How {
    /// The case went on without anybody's doing, or another way.
    Passed,
    Retried,
    Skipped,
    /// The step was given to a position.
    Assigned,
    /// Nothing more is to be done.
    SetAside,
    /// Its case went on with another version.
    Moved,
}

/// Something that stands in the way, where it was met.
#[derive(Debug, Clone)]
pub(crate) struct Found<'a> {
    pub(crate) token: u64,
    pub(crate) node: &'a str,
    pub(crate) kind: IncidentKind,
    /// In the engine's words.
    pub(crate) detail: &'a str,
    /// The job that was given up.
    pub(crate) job: Option<Uuid>,
}

/// A place where a case cannot, or could not, go on by itself.
#[derive(Debug, Clone)]
pub struct Incident {
    pub id: IncidentId,
    pub case: CaseId,
    pub token: u64,
    /// The step's id in the process.
    pub node: String,
    pub kind: IncidentKind,
    pub detail: String,
    pub(crate) job: Option<Uuid>,
    pub opened_at: DateTime<Utc>,
    pub resolved: Option<Resolved>,
}

/// What was done about it.
#[derive(Debug, Clone)]
pub struct Resolved {
    pub at: DateTime<Utc>,
    pub how: How,
    pub by: Option<StaffId>,
    pub reason: Option<String>,
}
