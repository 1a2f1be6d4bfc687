//! Documents: what applicants hand in, from the moment their bytes lie safe in the object store.
//!
//! Invariants:
//! - a row exists only after its object does: an edge stores the bytes first, then calls `stage`;
//! - a document is staged, then kept by exactly one case or dropped; what is kept stays;
//! - the name under which it came is sealed, and is never part of the object's key;
//! - bytes are fetched with a ticket only: once, within a minute, for one document.

mod check;
mod discard;
mod drop_if_unused;
mod keep;
mod list;
mod model;
mod stage;
mod store;
#[cfg(test)]
mod tests;
mod ticket;

pub use check::due_for_check;
pub(crate) use discard::discard;
pub use drop_if_unused::{drop_if_unused, forget};
pub(crate) use keep::{hold, keep};
pub(crate) use list::{of_case, of_draft, of_request};
pub use model::{Arrived, Document, DocumentState, Download, Owner, object_key};
pub(crate) use stage::stage;
pub(crate) use ticket::issue_ticket;
pub use ticket::redeem;
