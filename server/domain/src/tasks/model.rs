//! A task.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr};
use tenants::{Caller, Kind, Relation, Resource};
use uuid::Uuid;

use crate::{CaseId, PositionId, StaffId, TaskId};

#[derive(Debug, Clone, Copy, PartialEq, Eq, IntoStaticStr, EnumString, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum TaskState {
    Open,
    Done,
    Cancelled,
}

/// A step that waits, or waited, for somebody.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Task {
    pub id: TaskId,
    pub case: CaseId,
    pub token: u64,
    /// The step's id in the process.
    pub node: String,
    pub state: TaskState,
    pub role: String,
    /// Before whom it lies; none where several positions carry the role.
    pub position: Option<PositionId>,
    pub due_at: Option<DateTime<Utc>>,
    pub opened_at: DateTime<Utc>,
    pub seen_at: Option<DateTime<Utc>>,
    pub done_at: Option<DateTime<Utc>>,
    pub done_by: Option<StaffId>,
    pub outcome: Option<String>,
}

impl Task {
    pub fn is_open(&self) -> bool {
        self.state == TaskState::Open
    }

    /// Whether it lies, or lay, before the caller.
    pub fn is_before(&self, caller: &Caller) -> bool {
        match self.position {
            Some(position) => caller.holds(position.0),
            None => caller.carries(&self.role),
        }
    }
}

impl Resource for Task {
    const KIND: Kind = Kind::Task;

    fn id(&self) -> Option<Uuid> {
        Some(self.id.0)
    }

    fn relations(&self, caller: &Caller) -> Vec<Relation> {
        if self.is_before(caller) { vec![Relation::Holder] } else { Vec::new() }
    }
}
