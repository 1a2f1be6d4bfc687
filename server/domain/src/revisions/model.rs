//! A revision.

use chrono::{DateTime, Utc};
use forms::Form;

use crate::catalogue::{Entry, Sheet};
use crate::{ProcessVersionId, ServiceId};

/// The next version of a service, as far as it is written.
#[derive(Debug, Clone)]
pub struct Revision {
    /// The service, with what is published of it now.
    pub entry: Entry,
    pub sheet: Sheet,
    pub form: Form,
    pub process: ProcessVersionId,
    /// Grows with every save.
    pub rev: i32,
    /// The name of whoever saved it last; nobody of the staff when the command line did.
    pub edited_by: Option<String>,
    pub edited_at: DateTime<Utc>,
}

/// Which revision is meant, and in which state its editor saw it.
#[derive(Debug, Clone, Copy)]
pub struct Handle<'a> {
    /// The service's key.
    pub key: &'a str,
    pub rev: i32,
}

/// What the table holds of a revision.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Content {
    pub(super) sheet: Sheet,
    pub(super) form: Form,
    pub(super) process: ProcessVersionId,
}

/// When it was saved last, and by whom.
#[derive(Debug, Clone)]
pub(super) struct Saved {
    pub(super) service: ServiceId,
    pub(super) rev: i32,
    pub(super) by: Option<String>,
    pub(super) at: DateTime<Utc>,
}

impl Revision {
    pub(super) fn new(entry: Entry, content: Content, saved: Saved) -> Self {
        let Content { sheet, form, process } = content;
        let Saved { rev, by, at, .. } = saved;
        Self { entry, sheet, form, process, rev, edited_by: by, edited_at: at }
    }

    pub(super) fn content(&self) -> Content {
        Content { sheet: self.sheet.clone(), form: self.form.clone(), process: self.process }
    }
}
