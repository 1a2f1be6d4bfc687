//! Whether a blueprint holds together: whatever one of its files names is there in another, and
//! every text is there in both languages.

mod agency;
mod conditions;
mod form;
mod notices;
mod policy;
mod process;
mod reasons;
mod service;
mod texts;

use std::collections::HashSet;
use std::fmt::Display;

use super::files::Folder;
use super::json::At;
use super::model::{AgencyPlan, Blueprint};
use super::read::Reading;
use super::{Problem, Problems};

/// Whether a blueprint can be opened.
///
/// # Errors
/// Everything that is wrong with it.
pub fn check(folder: &Folder) -> Result<(), Problems> {
    whole(folder).map(drop)
}

/// A blueprint in which nothing is wrong.
pub(super) fn whole(folder: &Folder) -> Result<Blueprint, Problems> {
    let mut reading = Reading::of(folder);
    let found = all(&reading);
    let mut problems = std::mem::take(&mut reading.problems);
    problems.extend(found);
    match reading.blueprint() {
        Some(blueprint) if problems.is_empty() => Ok(blueprint),
        _ => Err(Problems::sorted(problems)),
    }
}

fn all(reading: &Reading<'_>) -> Vec<Problem> {
    let mut findings = Findings { reading, problems: Vec::new() };
    texts::check(&mut findings);
    notices::check(&mut findings);
    if let Some(agency) = &reading.agency {
        agency::check(&mut findings, agency);
        policy::check(&mut findings, agency);
        reasons::check(&mut findings);
        for service in &reading.services {
            service::check(&mut findings, service);
            form::check(&mut findings, service);
            process::check(&mut findings, agency, service);
        }
    }
    findings.problems
}

/// What was found so far.
struct Findings<'a> {
    reading: &'a Reading<'a>,
    problems: Vec<Problem>,
}

impl Findings<'_> {
    /// Note a problem of the thing at a path inside a JSON file, such as `units/2/title`.
    fn add(&mut self, file: &str, path: &str, detail: impl Display) {
        let Some(document) = self.reading.documents.get(file) else {
            let file = self.reading.folder.called(file);
            self.problems.push(Problem::of_file(&file, detail));
            return;
        };
        let at = document.at(path);
        let last = document.last_line(path).unwrap_or(at.line);
        self.note(Problem::at(&self.reading.folder.called(file), at, detail), last);
    }

    fn at(&mut self, file: &str, at: At, detail: impl Display) {
        self.note(Problem::at(&self.reading.folder.called(file), at, detail), at.line);
    }

    fn on_line(&mut self, file: &str, line: u32, detail: impl Display) {
        self.note(Problem::on_line(&self.reading.folder.called(file), line, detail), line);
    }

    /// What is found of something in which a mistake was read follows from that mistake.
    fn note(&mut self, problem: Problem, last: u32) {
        let lines = problem.line..=Some(last);
        let inside = |read: &Problem| read.file == problem.file && lines.contains(&read.line);
        if !self.reading.problems.iter().any(inside) {
            self.problems.push(problem);
        }
    }

    /// Whether a file was read, so that it makes sense to look closer.
    fn is_read(&self, file: &str) -> bool {
        !self.reading.unread.contains(file)
    }
}

/// Whether some position carries a role.
fn carries(agency: &AgencyPlan, role: &str) -> bool {
    agency.positions.iter().any(|position| position.roles.iter().any(|r| r == role))
}

/// The places, by number, of things that stood before.
fn repeats<'a>(keys: impl IntoIterator<Item = &'a str>) -> Vec<(usize, &'a str)> {
    let mut seen = HashSet::new();
    keys.into_iter().enumerate().filter(|(_, key)| !seen.insert(*key)).collect()
}
