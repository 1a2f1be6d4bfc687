//! What happens to a case, and what follows from it for everybody outside the engine.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Something that happened and may move a case on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trigger {
    /// The case begins.
    Start,
    /// A person finished a user task.
    Complete { token: u64 },
    /// A message arrived; of several receivers the longest waiting takes it.
    Message { name: String },
    /// A boundary timer is due. `token` rests at the host, `node` is the boundary event.
    Timer { token: u64, node: String },
    /// A service task's job ended well.
    JobDone { token: u64 },
    /// What kept a token stuck was repaired.
    Retry { token: u64 },
    /// The case is given up from outside.
    Cancel,
}

/// Nobody in this case waits for the trigger: it came twice, too late, or for another case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("nothing in this case waits for that")]
pub struct NobodyWaits;

/// One thing that follows from a trigger. A list of effects is in the order they happened.
///
/// A timer that fires for the last time is not disarmed, and a task that is completed is not
/// cancelled: these end by the trigger itself. A subscription always ends by `Unsubscribe`,
/// because the sender of a message does not know which token took it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// A node was activated; a join once, when its last token came.
    Entered {
        node: String,
    },
    /// A node was left, in whatever way. Each `Entered` has one `Left`.
    Left {
        node: String,
    },
    OpenTask {
        token: u64,
        node: String,
    },
    CancelTask {
        token: u64,
        node: String,
    },
    /// Start a boundary timer anew, counted from now. `node` is the boundary event.
    ArmTimer {
        token: u64,
        node: String,
    },
    DisarmTimer {
        token: u64,
        node: String,
    },
    Subscribe {
        token: u64,
        node: String,
        name: String,
    },
    Unsubscribe {
        token: u64,
        name: String,
    },
    StartService {
        token: u64,
        node: String,
    },
    CancelService {
        token: u64,
        node: String,
    },
    /// A send task was passed: its message goes to the outbox.
    Send {
        node: String,
    },
    /// An incident. The token stays at `node` until a retry.
    Stuck {
        token: u64,
        node: String,
        kind: StuckKind,
        detail: String,
    },
    /// The case is over. `node` is the end event that ended it, if one did.
    Ended {
        state: EndState,
        node: Option<String>,
    },
}

/// Why a token cannot move.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StuckKind {
    /// A condition could not be decided.
    Expression,
    /// No condition holds and there is no default.
    NoFlow,
    /// The budget of one command is used up.
    Runaway,
    /// Only tokens at joins are left, and none of these joins can fire. A retry does not help.
    Deadlock,
}

impl StuckKind {
    pub const ALL: [Self; 4] = [Self::Expression, Self::NoFlow, Self::Runaway, Self::Deadlock];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Expression => "expression",
            Self::NoFlow => "no-flow",
            Self::Runaway => "runaway",
            Self::Deadlock => "deadlock",
        }
    }
}

impl fmt::Display for StuckKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// How a case ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum EndState {
    #[serde(rename = "c")]
    Completed,
    #[serde(rename = "x")]
    Cancelled,
    #[serde(rename = "f")]
    Failed,
}

impl EndState {
    pub const ALL: [Self; 3] = [Self::Completed, Self::Cancelled, Self::Failed];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Completed => "completed",
            Self::Cancelled => "cancelled",
            Self::Failed => "failed",
        }
    }
}

impl fmt::Display for EndState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
