//! Decisions: tables and expressions of OMG's DMN, decided from a case's facts.
//!
//! DMN's XML is the stored form. Of DMN there are decision tables, literal expressions, the data
//! they are given and decisions that need other decisions; what else a file holds is refused, as it
//! could run without an end or call out. Each cell passes [`crate::guard`] like any expression.
//!
//! Where DMN answers null, this crate answers a [`Flaw`] with the rule and the column: a fact that
//! is missing or of another type must not fall through to the last rule, which is what a table does
//! that compares it with nothing.

mod cell;
mod compile;
mod decide;
mod file;
mod flaw;
mod hits;
mod known;
mod model;
mod read;
#[cfg(test)]
mod tests;
mod types;
mod write;
mod xml;

pub use decide::{Decisions, Verdict};
pub use flaw::{Column, Fault, Flaw, Place};
pub use model::{Input, Kind, Output, Policy, Rule, Table};
