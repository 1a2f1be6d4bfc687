//! What is wrong with a blueprint.

use std::fmt;

/// One problem, for whoever writes the blueprint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The file at fault, as `fda/agency.json`.
    pub file: String,
    /// Plain English.
    pub detail: String,
}

impl Problem {
    pub(super) fn new(file: &str, detail: impl fmt::Display) -> Self {
        Self { file: file.to_owned(), detail: detail.to_string() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.file, self.detail)
    }
}
