//! Tasks: steps that wait for somebody of the agency to act.
//!
//! Invariants: an open task lies before one position, or, where several carry its role, before
//! all of them; a task ends once, and keeps who ended it and when.

mod assign;
mod model;
mod store;

pub(crate) use assign::{Opened, assign, rename};
pub use model::{Task, TaskState};
pub(crate) use store::{cancel, finish, give, insert as open, mark_seen, of_case};
