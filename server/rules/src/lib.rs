//! FEEL expressions behind one guard.
//!
//! Tenants write conditions ("amount > 5000000 and not(urgent)") in FEEL, the expression language
//! of OMG's DMN standard, and this crate decides them. An expression of a stranger runs inside
//! the process that serves every tenant, so nothing reaches the evaluator that could stop it:
//! see [`guard`] for what is refused and why. Pure: no clock, no network, no file.
//!
//! The evaluator is named in `feel.rs` alone, so that another can take its place.

mod cost;
mod expression;
mod facts;
mod feel;
mod guard;
mod outcome;
mod problem;
pub mod tables;
#[cfg(test)]
mod tests;
mod words;

pub use expression::Expression;
pub use guard::{MAX_CHARS, MAX_DEPTH, MAX_LIST, MAX_NODES};
pub use problem::Problem;

/// Whether `source` would be accepted, as one plain English sentence if not.
pub fn check(source: &str) -> Result<(), String> {
    Expression::parse(source).map(drop).map_err(|problem| problem.to_string())
}
