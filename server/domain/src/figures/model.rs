//! What is counted.

use chrono::{DateTime, Utc};

/// The state of the work of all agencies that are open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figures {
    pub agencies_active: i64,
    pub agencies_suspended: i64,
    /// Places where a case cannot go on by itself.
    pub incidents_open: i64,
    /// Those of them that were opened before the last while began: nobody looked after them.
    pub incidents_old: i64,
    pub codes: Codes,
    pub notices: Notices,
    /// When the notice that waits longest was written.
    pub oldest_waiting: Option<DateTime<Utc>>,
    /// When the oldest audit line that is not chained yet was written.
    pub oldest_unsealed: Option<DateTime<Utc>>,
    /// One for each kind of which there is a job.
    pub jobs: Vec<JobFigures>,
}

/// One-time codes of the last while.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Codes {
    pub sent: i64,
    /// Of these, how many were entered rightly.
    pub used: i64,
}

/// Notices that were written in the last while, by what became of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Notices {
    pub queued: i64,
    pub sent: i64,
    pub delivered: i64,
    /// Rejected, expired or not delivered.
    pub failed: i64,
}

/// The jobs of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JobFigures {
    pub kind: String,
    /// Could run now.
    pub due: i64,
    /// Have their time still before them.
    pub scheduled: i64,
    pub given_up: i64,
    /// When the oldest that could run now became due.
    pub oldest_due: Option<DateTime<Utc>>,
}
