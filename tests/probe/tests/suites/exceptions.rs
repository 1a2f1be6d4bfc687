//! The list of exceptions beside this crate.

use std::collections::BTreeMap;

const LIST: &str = include_str!("../../exceptions.txt");

/// What the reader says of the models of a suite that it does not take.
pub(crate) fn of(suite: &str) -> BTreeMap<String, String> {
    let lines = LIST.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    let rows = lines.map(|line| {
        let (named, reason) = line.split_once(" | ").expect("a reason");
        assert!(reason.len() > 10, "no reason: {line}");
        let (named, kinds) = named.split_once(": ").expect("what is said");
        let (of, model) = named.split_once(' ').expect("a suite and a model");
        (of, model.to_owned(), kinds.to_owned())
    });
    rows.filter(|row| row.0 == suite).map(|(_, model, kinds)| (model, kinds)).collect()
}
