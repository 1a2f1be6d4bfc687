//! `agency.json`: nothing stands twice, and what is named is there.

use std::collections::HashSet;

use tenants::CALLER_ROLES;

use super::{Findings, repeats};
use crate::blueprints::model::{AgencyPlan, RegisterPlan};
use crate::blueprints::read::AGENCY;

const REGISTERS: [&str; 3] = ["incoming", "outgoing", "internal"];

/// The path of a thing, and what is wrong with it.
type Found = Vec<(String, String)>;

pub(super) fn check(findings: &mut Findings<'_>, agency: &AgencyPlan) {
    let found = [twice(agency), units(agency), posts(agency), people(agency), desk(agency)];
    for (path, detail) in found.into_iter().flatten() {
        findings.add(AGENCY, &path, detail);
    }
}

fn twice(agency: &AgencyPlan) -> Found {
    let staff = &agency.staff;
    let posts = staff.iter().flat_map(|person| &person.positions).map(|key| &**key);
    let lists = [
        ("units", "key", repeats(agency.units.iter().map(|it| &*it.key))),
        ("positions", "key", repeats(agency.positions.iter().map(|it| &*it.key))),
        ("staff", "username", repeats(staff.iter().map(|it| &*it.username))),
        ("registers", "key", repeats(agency.registers.iter().map(|it| &*it.key))),
        // A number is given once in an agency, so no two registers may make the same ones.
        ("registers", "pattern", repeats(agency.registers.iter().map(|it| &*it.pattern))),
        ("referral_actions", "key", repeats(agency.referral_actions.iter().map(|it| &*it.key))),
    ];
    let said = |list: &str, member: &str, (number, key): (usize, &str)| {
        (format!("{list}/{number}/{member}"), format!("{key} stands twice"))
    };
    let mut found: Found = lists
        .into_iter()
        .flat_map(|(list, member, again)| again.into_iter().map(move |it| said(list, member, it)))
        .collect();
    let services = repeats(agency.services.iter().map(String::as_str));
    found.extend(services.into_iter().map(|it| said("services", "", it)));
    found.extend(repeats(posts).into_iter().map(|(number, key)| {
        (post(agency, number), format!("{key} has a holder already, and a position has one"))
    }));
    found
}

/// The path of the position that is named as this one of all that the staff names.
fn post(agency: &AgencyPlan, number: usize) -> String {
    let all = agency.staff.iter().enumerate().flat_map(|(person, plan)| {
        (0..plan.positions.len()).map(move |place| format!("staff/{person}/positions/{place}"))
    });
    all.into_iter().nth(number).unwrap_or_default()
}

/// Parents stand before their children.
fn units(agency: &AgencyPlan) -> Found {
    let mut known = HashSet::new();
    let mut found = Vec::new();
    for (number, unit) in agency.units.iter().enumerate() {
        if let Some(parent) = unit.parent.as_deref().filter(|parent| !known.contains(parent)) {
            let detail = format!("the unit {parent} is not there, or stands below its part");
            found.push((format!("units/{number}/parent"), detail));
        }
        known.insert(unit.key.as_str());
    }
    found
}

fn posts(agency: &AgencyPlan) -> Found {
    let mut found = Vec::new();
    for (number, position) in agency.positions.iter().enumerate() {
        if !agency.units.iter().any(|unit| unit.key == position.unit) {
            let detail = format!("there is no unit {}", position.unit);
            found.push((format!("positions/{number}/unit"), detail));
        }
        // A role that a kind of caller has by itself is not for a position to give.
        for (place, role) in position.roles.iter().enumerate() {
            if CALLER_ROLES.contains(&role.as_str()) {
                let detail = format!("{role} is not a role that a position can carry");
                found.push((format!("positions/{number}/roles/{place}"), detail));
            }
        }
    }
    found
}

fn people(agency: &AgencyPlan) -> Found {
    let mut found = Vec::new();
    for (number, person) in agency.staff.iter().enumerate() {
        for (place, key) in person.positions.iter().enumerate() {
            if !agency.positions.iter().any(|position| position.key == *key) {
                let path = format!("staff/{number}/positions/{place}");
                found.push((path, format!("there is no position {key}")));
            }
        }
    }
    found
}

fn desk(agency: &AgencyPlan) -> Found {
    let mut found = Vec::new();
    for (number, register) in agency.registers.iter().enumerate() {
        if let Some((member, detail)) = flaw(register) {
            found.push((format!("registers/{number}/{member}"), detail.to_owned()));
        }
    }
    if let Err(fault) = agency.calendar.calendar() {
        found.push(("calendar".to_owned(), format!("the calendar cannot be used: {fault}")));
    }
    let name = &agency.look_alike;
    for text in [Some(&name.fa), name.en.as_ref()].into_iter().flatten() {
        if !text.contains("{n}") {
            found.push(("look_alike".to_owned(), "it has no place {n}".to_owned()));
        }
    }
    found
}

/// A register counts anew each year, so its numbers name the year.
fn flaw(register: &RegisterPlan) -> Option<(&'static str, &'static str)> {
    let has = |place: &str| register.pattern.contains(place);
    if !REGISTERS.contains(&register.kind.as_str()) {
        return Some(("kind", "it is none of incoming, outgoing and internal"));
    }
    let usable = has("{serial") && (has("{jy}") || has("{jy2}"));
    (!usable).then_some(("pattern", "it does not name {serial} and the year, {jy} or {jy2}"))
}
