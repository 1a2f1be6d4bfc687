//! Requests to the applicant for documents that are missing: each names them, says why, and has a
//! date.

mod store;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::{RequestId, StaffId};

pub(crate) use store::{insert, of_case, set_answered};

/// A document asked for. `title` is what the clerk wrote or chose; `key` is the field under which
/// it is handed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    pub key: String,
    pub title: String,
}

/// What is missing from a case.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct DocumentRequest {
    pub id: RequestId,
    pub items: Vec<Item>,
    /// What the applicant is told beside the names.
    pub note: String,
    pub due_at: DateTime<Utc>,
    pub asked_by: StaffId,
    pub asked_at: DateTime<Utc>,
    pub answered_at: Option<DateTime<Utc>>,
}
