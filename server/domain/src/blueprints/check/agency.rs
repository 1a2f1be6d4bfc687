//! The agency and its policy.

use std::collections::HashSet;
use std::str::FromStr as _;

use tenants::{Axis, CALLER_ROLES, Relation};

use super::{Findings, repeated};
use crate::api_clients::ApiScope;
use crate::blueprints::Problem;
use crate::blueprints::model::{AgencyPlan, RegisterPlan};
use crate::blueprints::read::POLICY;

const FILE: &str = "agency.json";

const REGISTERS: [&str; 3] = ["incoming", "outgoing", "internal"];

pub(super) fn check(findings: &mut Findings<'_>) {
    let agency = &findings.blueprint.agency;
    for (what, key) in twice(agency) {
        findings.add(FILE, format!("{what} {key} stands twice"));
    }
    for (thing, lacks) in dangling(agency) {
        findings.add(FILE, format!("{thing} names {lacks}, which is not there"));
    }
    for (position, role) in borrowed(agency) {
        findings
            .add(FILE, format!("the position {position} carries {role}, which is no position's"));
    }
    for register in agency.registers.iter().filter(|register| !is_usable(register)) {
        findings.add(FILE, format!("the register {} cannot be used", register.key));
    }
    if let Err(fault) = agency.calendar.calendar() {
        findings.add(FILE, format!("the calendar cannot be used: {fault}"));
    }
    for text in [Some(&agency.look_alike.fa), agency.look_alike.en.as_ref()].into_iter().flatten() {
        if !text.contains("{n}") {
            findings.add(FILE, "look_alike has no place {n}");
        }
    }
    policy(findings);
}

fn twice(agency: &AgencyPlan) -> Vec<(&'static str, &str)> {
    let found = [
        ("the unit", repeated(agency.units.iter().map(|unit| unit.key.as_str()))),
        ("the position", repeated(agency.positions.iter().map(|p| p.key.as_str()))),
        ("the user name", repeated(agency.staff.iter().map(|s| s.username.as_str()))),
        ("the register", repeated(agency.registers.iter().map(|r| r.key.as_str()))),
        // A number is given once in an agency, so no two registers may make the same ones.
        ("the pattern", repeated(agency.registers.iter().map(|r| r.pattern.as_str()))),
        ("the action", repeated(agency.referral_actions.iter().map(|a| a.key.as_str()))),
        ("the service", repeated(agency.services.iter().map(String::as_str))),
        // A position has one holder.
        ("the position of", repeated(agency.staff.iter().flat_map(|s| &s.positions).map(|p| &**p))),
    ];
    found.into_iter().filter_map(|(what, key)| Some((what, key?))).collect()
}

/// What is named and not there: who names it, and what.
fn dangling(agency: &AgencyPlan) -> Vec<(&str, &str)> {
    let mut found = Vec::new();
    let mut units = HashSet::new();
    for unit in &agency.units {
        let parent = unit.parent.as_deref().filter(|parent| !units.contains(parent));
        found.extend(parent.map(|parent| (unit.key.as_str(), parent)));
        units.insert(unit.key.as_str());
    }
    let positions: HashSet<&str> = agency.positions.iter().map(|p| p.key.as_str()).collect();
    let astray = agency.positions.iter().filter(|p| !units.contains(p.unit.as_str()));
    found.extend(astray.map(|position| (position.key.as_str(), position.unit.as_str())));
    for person in &agency.staff {
        let astray = person.positions.iter().filter(|p| !positions.contains(p.as_str()));
        found.extend(astray.map(|position| (person.username.as_str(), position.as_str())));
    }
    found
}

/// Positions with a role that only a kind of caller has.
fn borrowed(agency: &AgencyPlan) -> impl Iterator<Item = (&str, &str)> {
    let all = agency.positions.iter().flat_map(|p| p.roles.iter().map(|role| (&*p.key, &**role)));
    all.filter(|(_, role)| CALLER_ROLES.contains(role))
}

/// A register counts anew each year, so its numbers name the year.
fn is_usable(register: &RegisterPlan) -> bool {
    let has = |place: &str| register.pattern.contains(place);
    REGISTERS.contains(&register.kind.as_str()) && has("{serial") && (has("{jy}") || has("{jy2}"))
}

fn policy(findings: &mut Findings<'_>) {
    let blueprint = findings.blueprint;
    for rule in &blueprint.policy {
        let subject = rule.subject.as_str();
        let known = match rule.axis {
            Axis::Role => CALLER_ROLES.contains(&subject) || findings.carries(subject),
            Axis::Scope => ApiScope::from_str(subject).is_ok(),
            Axis::Relation => subject.parse::<Relation>().is_ok(),
        };
        let service = rule.service == "*" || blueprint.agency.services.contains(&rule.service);
        if !known || !service {
            let detail = format!("{subject} on {} is not there", rule.service);
            findings.problems.push(Problem::new(POLICY, detail));
        }
    }
}
