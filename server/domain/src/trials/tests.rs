//! What counts as a difference between two plays.

use std::slice::from_ref;

use chrono::{DateTime, TimeDelta, Utc};

use super::compare::{Difference, Place, Said, compare};
use super::model::{Command, Line, Noted, Outcome, Turn};

fn step(node: &str) -> Line {
    Line::Step { node: node.to_owned() }
}

fn turn(lines: &[Line], stands: &[&str], at: DateTime<Utc>) -> Turn {
    let noted = |line: &Line| Noted { at, line: line.clone() };
    let stands = stands.iter().map(|&step| step.to_owned()).collect();
    let outcome =
        Outcome { lines: lines.iter().map(noted).collect(), stands, ..Outcome::default() };
    Turn { command: Some(Command::Supply), outcome }
}

fn only(found: Vec<Difference>) -> Difference {
    assert_eq!(found.len(), 1, "{found:?}");
    found.into_iter().next().unwrap()
}

#[test]
fn the_same_is_no_difference_and_the_moment_alone_is_none() {
    let (early, late) = (DateTime::UNIX_EPOCH, DateTime::UNIX_EPOCH + TimeDelta::days(1));
    let lines = [step("a"), Line::Supplied];
    assert!(compare(&[turn(&lines, &["a"], early)], &[turn(&lines, &["a"], late)]).is_empty());
}

#[test]
fn a_line_that_moved_is_missing_there_and_new_here() {
    let at = DateTime::UNIX_EPOCH;
    let (a, b, c) = (step("a"), step("b"), step("c"));
    let was = turn(&[a.clone(), b.clone(), c.clone()], &["c"], at);
    let is = turn(&[a, c.clone(), b.clone()], &["c"], at);
    let found = only(compare(&[was], &[is]));
    assert_eq!(found.lines, [Said::Missing(b.clone()), Said::New(b)]);
    assert_eq!((found.turn, found.stands, found.refused), (0, None, None));
}

#[test]
fn another_place_to_stand_is_a_difference_by_itself() {
    let at = DateTime::UNIX_EPOCH;
    let found = only(compare(&[turn(&[], &["a"], at)], &[turn(&[], &["b"], at)]));
    let place = |step: &str| Place { steps: vec![step.to_owned()], ended: None };
    assert_eq!(found.stands, Some((place("a"), place("b"))));
}

#[test]
fn a_command_that_cannot_be_done_any_more_says_why() {
    let kept = turn(&[step("a")], &["a"], DateTime::UNIX_EPOCH);
    let command = kept.command.clone();
    let played = Turn { command, outcome: Outcome::refused("missing") };
    let found = only(compare(from_ref(&kept), from_ref(&played)));
    assert_eq!(found.refused.as_deref(), Some("missing"));
    assert_eq!(found.lines, [Said::Missing(step("a"))]);
    assert!(compare(from_ref(&played), from_ref(&played)).is_empty(), "kept as it is");
}
