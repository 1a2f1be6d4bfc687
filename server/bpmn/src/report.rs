//! The list of findings while a definition is being read.

use std::collections::HashMap;

use crate::problem::{Problem, ProblemKind};
use crate::xml::Element;

/// A hostile file must not turn into a report larger than itself.
const MOST_PROBLEMS: usize = 200;

/// Findings so far, and where each element stands so that later checks can say the line.
#[derive(Default)]
pub(crate) struct Report {
    problems: Vec<Problem>,
    lines: HashMap<String, u32>,
}

impl Report {
    /// Remember where `id` stands. False when it stood somewhere already.
    pub(crate) fn place(&mut self, id: &str, line: u32) -> bool {
        if self.lines.contains_key(id) {
            return false;
        }
        self.lines.insert(id.to_owned(), line);
        true
    }

    /// Where an element stands, as far as that was noted.
    pub(crate) fn line_of(&self, id: &str) -> u32 {
        self.lines.get(id).copied().unwrap_or(1)
    }

    /// Where every element stands.
    pub(crate) fn lines(&self) -> HashMap<String, u32> {
        self.lines.clone()
    }

    /// A finding about an element at hand.
    pub(crate) fn at(&mut self, element: &Element, kind: ProblemKind, detail: impl Into<String>) {
        self.add(Problem {
            element: element.id().map(str::to_owned),
            line: element.line,
            kind,
            detail: detail.into(),
        });
    }

    /// A finding about an element known by its id.
    pub(crate) fn on(&mut self, id: &str, kind: ProblemKind, detail: impl Into<String>) {
        let line = self.line_of(id);
        self.add(Problem { element: Some(id.to_owned()), line, kind, detail: detail.into() });
    }

    pub(crate) fn add(&mut self, problem: Problem) {
        if self.problems.len() < MOST_PROBLEMS || problem.kind.is_error() && !self.refuses() {
            self.problems.push(problem);
        }
    }

    /// Whether something was found that forbids publishing.
    pub(crate) fn refuses(&self) -> bool {
        self.problems.iter().any(|problem| problem.kind.is_error())
    }

    /// The errors, or, when there are none, the warnings; each in the order of the text.
    pub(crate) fn verdict(self) -> Result<Vec<Problem>, Vec<Problem>> {
        let refuses = self.refuses();
        let mut problems = self.problems;
        problems.retain(|problem| problem.kind.is_error() == refuses);
        problems.sort_by_key(|problem| problem.line);
        if refuses { Err(problems) } else { Ok(problems) }
    }
}
