//! The in-person desk: whom a clerk receives, and for whom a request is filled in.
//!
//! A clerk at a counter fills in a draft for a visitor, or for somebody who telephoned or wrote. The
//! draft lies before the clerk's position and not before an account; beside it stands who asked, how
//! that was checked, and by what right somebody acts for another. `cases::register` makes a case of it.
//!
//! Invariants:
//! - a national code, a name or a mobile that a clerk typed proves nothing, so a request from a counter
//!   is in nobody's account until somebody takes it there who knows its tracking code and a second
//!   fact (`cases::link`);
//! - a number that is not the applicant's own receives notices, but is no fact about the applicant;
//! - how the request came, how it was checked who asks and who registered it stay with the case.

mod form;
mod identify;
mod list;
mod model;
mod receive;
mod see;
mod store;
#[cfg(test)]
mod tests;
mod visitor;

pub use form::{blank, form};
pub use identify::identify;
pub(crate) use list::allow_list;
pub use list::{CounterDraft, drafts, is_open_to};
pub use model::Reception;
pub use receive::{Arrival, offer, receive};
pub(crate) use see::reception;
pub use see::visitor;
pub(crate) use store::{registered_at, set_registered};
pub use visitor::{IdentityKind, Visitor};
