//! What is done in a trial, and what comes of it.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::cases::{CaseState, With};
use crate::notices::{Channel, NoticeKind};

/// A process as it is written now.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'a> {
    pub key: &'a str,
    pub xml: &'a str,
}

/// One thing that somebody does to the case that is tried out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "kebab-case")]
pub enum Command {
    /// Somebody of the agency finishes the longest open task of a step.
    Complete { node: String, outcome: String, with: With },
    /// The applicant hands in everything that was asked for.
    Supply,
    /// A message comes from outside.
    Message { name: String },
    /// A service that runs by itself reports.
    Report { node: String, ok: bool },
    /// Time passes, and what comes due on the way happens.
    Wait { pause: Pause },
    /// The applicant withdraws.
    Withdraw,
}

/// How long nothing is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Pause {
    /// Until the next deadline.
    UntilDue,
    Hours(u16),
    Days(u16),
    WorkingDays(u16),
}

/// One thing that would have happened. It holds no id that is drawn, so that two plays of the same
/// commands can be compared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum Line {
    /// A step was entered.
    Step {
        node: String,
    },
    /// It waits for whoever carries a role.
    Task {
        node: String,
        role: String,
        due_at: Option<DateTime<Utc>>,
    },
    Done {
        node: String,
        outcome: String,
    },
    /// A step was taken away from those before whom it lay.
    Cancelled {
        node: String,
    },
    /// The word that people see for where the case stands.
    Stage {
        stage: String,
    },
    /// The letter was entered in a register.
    Numbered {
        register: String,
        number: String,
    },
    Asked {
        titles: Vec<String>,
        due_at: DateTime<Utc>,
    },
    Supplied,
    Decided {
        outcome: String,
        reason: String,
    },
    Service {
        node: String,
        service: String,
    },
    ServiceDone {
        node: String,
        service: String,
    },
    /// A deadline began to run.
    Deadline {
        node: String,
        due_at: DateTime<Utc>,
    },
    /// It was over, and what the process says of that happened.
    Late {
        node: String,
        due_at: DateTime<Utc>,
    },
    ClockStopped,
    ClockStarted {
        promised_at: DateTime<Utc>,
    },
    /// What the applicant would have been told.
    Notice {
        kind: NoticeKind,
        channel: Channel,
        subject: Option<String>,
        text: String,
    },
    /// The case could not go on by itself.
    Stuck {
        node: String,
        reason: String,
    },
    /// A message for which nothing waits yet was kept.
    Kept {
        name: String,
    },
    Withdrawn,
    Ended {
        state: String,
    },
}

/// A line with the moment at which it would have happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Noted {
    pub at: DateTime<Utc>,
    #[serde(flatten)]
    pub line: Line,
}

/// A command with what came of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Turn {
    /// None for the beginning.
    pub command: Option<Command>,
    pub outcome: Outcome,
}

/// What comes of a command.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    pub lines: Vec<Noted>,
    /// The steps at which the case waits then.
    pub stands: Vec<String>,
    /// How the case is, once it is no longer open.
    pub ended: Option<String>,
    /// Why it could not be done at all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refused: Option<String>,
}

impl Outcome {
    pub(super) fn refused(reason: &str) -> Self {
        Self { refused: Some(reason.to_owned()), ..Self::default() }
    }
}

/// The state as a line tells it; nothing while the case is open.
pub(super) fn ended(state: CaseState) -> Option<String> {
    let word: &str = state.into();
    (state != CaseState::Active).then(|| word.to_owned())
}
