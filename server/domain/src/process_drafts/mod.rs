//! Process drafts: the next version of a process while it is being written.
//!
//! Invariants:
//! - a process has one draft or none; opening it begins with its newest version, founding one with
//!   a template of the gallery;
//! - what was written is kept whatever is wrong with it, also if it cannot be read at all;
//! - every save names the state it was made on, and one made on an older state is refused with who
//!   changed it and when;
//! - publishing tells every problem at once; what it makes has the draft's id, so that a button
//!   pressed twice publishes once. Services that run through the process take the new version for
//!   new cases; cases stay on the version they began with.

mod check;
mod choices;
mod discard;
mod gallery;
mod model;
mod open;
mod publish;
mod save;
mod see;
mod store;
#[cfg(test)]
mod tests;

pub use choices::{Choices, choices};
pub use discard::discard;
pub use gallery::{Template, gallery};
pub use model::{Line, ProcessDraft};
pub use open::{found, open};
pub use publish::publish;
pub use save::save;
pub use see::{list, see};
