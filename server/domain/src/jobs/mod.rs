//! Jobs: what is done outside the transaction that asked for it, and timers (jobs with a time).
//!
//! Invariants: a job carries its tenant, a kind and one id, never a person's data; it is enqueued
//! in the transaction of what it follows from; doing it twice is the same as doing it once; what
//! fails for good stays in a visible list.

mod model;
mod store;

pub use model::{Job, JobKind, Taken};
pub(crate) use store::{backlog, enqueue, enqueue_all, give_up, remove, remove_all};
pub use store::{bury, finish, later, oldest_due, release, take};
