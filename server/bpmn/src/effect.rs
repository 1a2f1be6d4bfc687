//! What happens to a case, and what follows from it for everybody outside the engine.

use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::timer::Timer;

/// Something that happened and may move a case on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trigger {
    /// The case begins.
    Start,
    /// A person finished a user task.
    Complete { token: u64 },
    /// A message arrived; of several receivers the longest waiting takes it.
    Message { name: String },
    /// A timer is due. `node` is the timer event, `token` what it hangs on: the token that rests
    /// at the event, at the gateway before it or at the activity whose border it is on, or the one
    /// around the scope whose event sub-process it begins (0 for the process itself).
    Timer { token: u64, node: String },
    /// A service task's job ended well, or a message was delivered that was waited for.
    JobDone { token: u64 },
    /// A task ended in an error that its process may know (13.5.3).
    Failed { token: u64, code: String },
    /// What kept a token stuck was repaired.
    Retry { token: u64 },
    /// What keeps a token stuck is passed over: its node counts as done, and it goes on by the flow
    /// that somebody chose, or by those the node says.
    Skip { token: u64, flow: Option<String> },
    /// The case is given up from outside.
    Cancel,
    /// One more instance of a repeated activity; `token` rests around its instances.
    AddInstance { token: u64, item: Value },
    /// One instance less. Its result is not gathered.
    RemoveInstance { token: u64 },
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
    /// Start a timer anew, counted from now. `node` is the event; see [`Trigger::Timer`].
    ArmTimer {
        token: u64,
        node: String,
        /// Never an expression: the engine has asked for its value.
        timer: Timer,
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
    /// A send task or an event that sends was passed: its message goes to the outbox.
    Send {
        node: String,
        /// The token that waits until it was delivered (`desk:wait="delivered"`), if one does;
        /// [`Trigger::JobDone`] moves it on, [`Effect::CancelService`] takes it back.
        token: Option<u64>,
    },
    /// A variable of the case gets a value.
    Assign {
        name: String,
        value: Value,
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
    /// An expression could not be decided, or says what cannot be done.
    Expression,
    /// A decision table gave no answer.
    Decision,
    /// The time of a timer could not be told.
    Timer,
    /// No condition holds and there is no default.
    NoFlow,
    /// The budget of one command is used up.
    Runaway,
    /// Only tokens at joins are left, and none of these joins can fire. A retry does not help.
    Deadlock,
    /// Inclusive joins wait for each other. A retry does not help.
    OrJoinCycle,
    /// An error that nothing caught. The case has failed.
    UncaughtError,
}

impl StuckKind {
    pub const ALL: [Self; 8] = [
        Self::Expression,
        Self::Decision,
        Self::Timer,
        Self::NoFlow,
        Self::Runaway,
        Self::Deadlock,
        Self::OrJoinCycle,
        Self::UncaughtError,
    ];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Expression => "expression",
            Self::Decision => "decision",
            Self::Timer => "timer",
            Self::NoFlow => "no-flow",
            Self::Runaway => "runaway",
            Self::Deadlock => "deadlock",
            Self::OrJoinCycle => "or-join-cycle",
            Self::UncaughtError => "uncaught-error",
        }
    }

    /// The key of the words for people, which stand in the translation files.
    pub fn key(self) -> String {
        format!("bpmn-stuck-{}", self.as_str())
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
