//! What is wrong with a blueprint.

use std::fmt;

use super::json::{At, Mistake};

/// One problem, for whoever writes the blueprint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The file at fault, as `fda/agency.json`.
    pub file: String,
    /// Counted from 1. A file that is not there has no lines.
    pub line: Option<u32>,
    /// In characters, counted from 1, where it is known.
    pub column: Option<u32>,
    /// Plain English.
    pub detail: String,
}

impl Problem {
    pub(super) fn of_file(file: &str, detail: impl fmt::Display) -> Self {
        Self { file: file.to_owned(), line: None, column: None, detail: detail.to_string() }
    }

    pub(super) fn on_line(file: &str, line: u32, detail: impl fmt::Display) -> Self {
        Self { line: Some(line), ..Self::of_file(file, detail) }
    }

    pub(super) fn at(file: &str, at: At, detail: impl fmt::Display) -> Self {
        Self { column: Some(at.column), ..Self::on_line(file, at.line, detail) }
    }

    pub(super) fn of(file: &str, mistake: Mistake) -> Self {
        Self::at(file, mistake.at, mistake.detail)
    }
}

/// `fda/agency.json:12:7: …`, as editors and terminals know to follow it.
impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file)?;
        for place in [self.line, self.column].into_iter().flatten() {
            write!(f, ":{place}")?;
        }
        write!(f, ": {}", self.detail)
    }
}

/// Why a blueprint is refused: everything that is wrong with it, in the order of files and lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problems(pub Vec<Problem>);

impl Problems {
    /// Each once, in order.
    pub(super) fn sorted(mut problems: Vec<Problem>) -> Self {
        problems.sort_by(|a, b| (&a.file, a.line, a.column).cmp(&(&b.file, b.line, b.column)));
        problems.dedup();
        Self(problems)
    }
}

/// One line each, after how many there are.
impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let many = if self.0.len() == 1 { "mistake" } else { "mistakes" };
        write!(f, "the blueprint has {} {many}:", self.0.len())?;
        self.0.iter().try_for_each(|problem| write!(f, "\n{problem}"))
    }
}

impl std::error::Error for Problems {}
