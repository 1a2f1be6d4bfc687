//! What the checker can find wrong.

use std::fmt;

/// What a flaw is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// An acknowledged request is not there, or there is one that nobody handed in.
    Case,
    /// A document is not there, not kept, or not what was uploaded.
    Document,
    /// Somebody was not told, or told twice.
    Notice,
    /// A history does not hold together.
    Chain,
    /// Something of one agency lies with the other.
    Wall,
    /// Work was given up.
    Job,
}

/// One thing that is wrong.
#[derive(Debug, Clone)]
pub(crate) struct Flaw {
    pub(crate) kind: Kind,
    what: String,
}

impl Flaw {
    pub(crate) fn new(kind: Kind, what: impl Into<String>) -> Self {
        Self { kind, what: what.into() }
    }
}

impl fmt::Display for Flaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}: {}", self.kind, self.what)
    }
}
