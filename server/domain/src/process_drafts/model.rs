//! A process draft.

use bpmn::{Definition, Problem};
use chrono::{DateTime, Utc};

use crate::revisions::Shortfall;
use crate::{ProcessDraftId, ProcessVersionId};

/// The next version of a process, as far as it is written.
#[derive(Debug, Clone)]
pub struct ProcessDraft {
    pub id: ProcessDraftId,
    /// The process whose next version it is.
    pub key: String,
    /// What was written: BPMN 2.0, or not even that.
    pub xml: String,
    /// Grows with every save.
    pub rev: i32,
    /// The version it was begun with; none when the process is new.
    pub base: Option<ProcessVersionId>,
    /// The name of whoever saved it last; nobody of the staff when the command line did.
    pub updated_by: Option<String>,
    pub updated_at: DateTime<Utc>,
    /// The graph, while nothing in the text forbids it.
    pub definition: Option<Definition>,
    /// What the text itself has wrong, errors first, each with its element and line; with the
    /// warnings, which do not keep it from being published.
    pub problems: Vec<Problem>,
    /// What it names and the agency or a service that runs through it does not have.
    pub missing: Vec<Shortfall>,
    /// The keys of the services whose next cases run through what will be published.
    pub services: Vec<String>,
}

impl ProcessDraft {
    /// Whether nothing keeps it from being published.
    pub fn is_sound(&self) -> bool {
        self.definition.is_some()
            && self.missing.is_empty()
            && self.problems.iter().all(|problem| problem.kind.is_warning())
    }
}

/// A draft in the list.
#[derive(Debug, Clone)]
pub struct Line {
    pub id: ProcessDraftId,
    pub key: String,
    pub updated_by: Option<String>,
    pub updated_at: DateTime<Utc>,
}

/// What the table holds.
#[derive(Debug, Clone)]
pub(super) struct Held {
    pub(super) id: ProcessDraftId,
    pub(super) key: String,
    pub(super) xml: String,
    pub(super) rev: i32,
    pub(super) base: Option<ProcessVersionId>,
    pub(super) updated_by: Option<String>,
    pub(super) updated_at: DateTime<Utc>,
}
