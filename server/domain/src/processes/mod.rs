//! Processes: what an agency published of how its services run.
//!
//! Invariants: a published version never changes, so its graph may be kept in memory; a process
//! that does not pass every check of the engine is not published.

mod definition;
pub(crate) mod instances;
mod list;
mod publish;
mod store;

pub(crate) use definition::definition;
pub use list::{ProcessLine, ProcessVersion, list, see};
pub(crate) use list::{find, newest, versions, xml};
pub use publish::{Problems, publish, read};
pub(crate) use publish::{publish_as, undecided};
