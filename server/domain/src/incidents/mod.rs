//! Incidents: places where a case cannot go on by itself, and what was done about them.
//!
//! Invariants:
//! - one is opened in the transaction that meets what is wrong, and what was done until then stays;
//! - it is about one token at one node, so that the rest of the case goes on;
//! - what the engine says of it may quote what was answered, and is sealed;
//! - it ends once, and keeps how, by whom and why.

mod model;
mod store;

pub(crate) use model::Found;
pub use model::{How, Incident, IncidentKind, Resolved};
pub(crate) use store::{count, find, list, of_case, open, rename, resolve};
