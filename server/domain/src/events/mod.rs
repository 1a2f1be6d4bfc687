//! Events: what happened to a case, one after the other. They are the case's history and the
//! source of the timeline and of notices.
//!
//! Invariants: an event says ids and keys, never a person's data; the events of a case are
//! numbered without a gap and chained by hash under the case's lock; none is ever changed.

mod model;
mod store;

pub use model::{Event, Recorded};
pub(crate) use store::{append, of_case};
