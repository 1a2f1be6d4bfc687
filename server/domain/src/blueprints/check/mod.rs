//! Whether a blueprint holds together: whatever one of its files names is there in another, and
//! every text is there in both languages.

mod agency;
mod notices;
mod process;
mod service;
mod texts;

use std::collections::HashSet;
use std::fmt::Display;

use super::model::Blueprint;
use super::{Problem, read};

/// Everything that is wrong with a blueprint; nothing if it can be opened.
pub fn check(name: &str) -> Vec<Problem> {
    sound(name).err().unwrap_or_default()
}

/// The blueprint, or everything that is wrong with it.
pub(super) fn sound(name: &str) -> Result<Blueprint, Vec<Problem>> {
    let blueprint = read::blueprint(name)?;
    let problems = all(&blueprint);
    if problems.is_empty() { Ok(blueprint) } else { Err(problems) }
}

pub(super) fn all(blueprint: &Blueprint) -> Vec<Problem> {
    let mut findings = Findings { blueprint, problems: Vec::new() };
    agency::check(&mut findings);
    notices::check(&mut findings);
    texts::check(&mut findings);
    for service in &blueprint.services {
        service::check(&mut findings, service);
        process::check(&mut findings, service);
    }
    findings.problems
}

/// What was found so far.
struct Findings<'a> {
    blueprint: &'a Blueprint,
    problems: Vec<Problem>,
}

impl Findings<'_> {
    /// Note a problem of a file of this blueprint.
    fn add(&mut self, file: &str, detail: impl Display) {
        let file = format!("{}/{file}", self.blueprint.name);
        self.problems.push(Problem::new(&file, detail));
    }

    /// Whether some position carries a role.
    fn carries(&self, role: &str) -> bool {
        let positions = &self.blueprint.agency.positions;
        positions.iter().any(|position| position.roles.iter().any(|r| r == role))
    }
}

/// The first thing that stands twice.
fn repeated<'a>(things: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let mut seen = HashSet::new();
    things.into_iter().find(|thing| !seen.insert(*thing))
}
