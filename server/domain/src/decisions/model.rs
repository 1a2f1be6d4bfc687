//! A decision.

use chrono::{DateTime, Utc};
use rules::tables::{Flaw, Table};

use crate::DecisionVersionId;

/// A decision in the list.
#[derive(Debug, Clone)]
pub struct Line {
    pub key: String,
    /// As the newest version has it, or the draft while there is none.
    pub name: String,
    /// The number of the newest version; none was published yet otherwise.
    pub version: Option<i32>,
    pub published_at: Option<DateTime<Utc>>,
    /// When its draft was saved last; none was begun otherwise.
    pub edited_at: Option<DateTime<Utc>>,
}

/// A decision with its versions, the newest first, and its draft.
#[derive(Debug, Clone)]
pub struct Decision {
    pub key: String,
    pub versions: Vec<Version>,
    pub draft: Option<Draft>,
}

/// A published version.
#[derive(Debug, Clone)]
pub struct Version {
    pub id: DecisionVersionId,
    /// 1, 2, 3 … within the key.
    pub number: i32,
    pub name: String,
    pub xml: String,
    pub published_by: Option<String>,
    pub published_at: DateTime<Utc>,
}

/// The next version, as far as it is written.
#[derive(Debug, Clone)]
pub struct Draft {
    pub key: String,
    pub name: String,
    pub xml: String,
    /// The table, where the file is one that can be changed cell by cell.
    pub table: Option<Table>,
    /// Everything that keeps it from being published.
    pub flaws: Vec<Flaw>,
    pub rev: i32,
    /// The name of whoever saved it last.
    pub edited_by: Option<String>,
    pub edited_at: DateTime<Utc>,
}

/// Which draft is meant, and in which state its editor saw it.
#[derive(Debug, Clone, Copy)]
pub struct Handle<'a> {
    pub key: &'a str,
    pub rev: i32,
}
