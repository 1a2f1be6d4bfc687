//! Revisions: the next version of a service while it is being written.
//!
//! Invariants:
//! - a service has one revision or none; opening it begins with what is published;
//! - every save names the state it was made on, and one made on an older state is refused with who
//!   changed it and when: two admins never overwrite each other unseen;
//! - its form can always be drawn and its sheet always be read; what is still missing is told all
//!   at once and keeps it from being published;
//! - publishing makes the next version; drafts and cases stay on the version they began with.

mod changes;
mod check;
mod depends;
mod discard;
mod form;
mod model;
mod open;
mod publish;
mod save;
mod see;
mod store;
#[cfg(test)]
mod tests;

pub use changes::{Change, Changes, changes};
pub use check::{Part, Shortfall, check};
pub(crate) use check::{of_conditions, of_steps};
pub use depends::{Dependent, dependents};
pub use discard::discard;
pub use form::{add_component, move_component, remove_component, save_component};
pub use model::{Handle, Revision};
pub use open::open;
pub use publish::publish;
pub(crate) use save::follow;
pub use save::{save_process, save_sheet};
pub use see::{list, see};
