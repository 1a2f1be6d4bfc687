//! Figures: how the platform as a whole is doing, for whoever runs it.
//!
//! Invariants:
//! - counts and ages only, never a row and never a person's data;
//! - summed over the agencies: a series for each agency and figure would grow with both;
//! - read through the wall of each agency in turn, so that nothing here passes it.

mod model;
mod store;

pub use model::{Codes, Figures, JobFigures, Notices};
pub use store::read;
