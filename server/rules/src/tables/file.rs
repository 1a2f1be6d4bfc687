//! A DMN file as it is written: text, with its lines.

use super::{Kind, Table};

#[derive(Debug, Default)]
pub(super) struct File {
    pub(super) given: Vec<Given>,
    pub(super) decisions: Vec<Decision>,
}

/// Data that decisions are given.
#[derive(Debug)]
pub(super) struct Given {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) kind: Kind,
    /// The values it may have, as a test.
    pub(super) values: Option<String>,
    pub(super) line: u32,
}

#[derive(Debug)]
pub(super) struct Decision {
    pub(super) id: String,
    pub(super) name: String,
    /// The name of its answer, for decisions that need it.
    pub(super) variable: String,
    pub(super) kind: Kind,
    /// Ids of decisions and of given data.
    pub(super) needs: Vec<String>,
    pub(super) logic: Logic,
    pub(super) line: u32,
}

#[derive(Debug)]
pub(super) enum Logic {
    Expression(String),
    Table {
        table: Table,
        /// The line of each rule.
        lines: Vec<u32>,
    },
}
