//! Programs that submit and follow requests through the API, each for one account.
//!
//! Invariants:
//! - a program acts for an account whose holder has proved its number here: it stands to drafts and
//!   cases as that account does, and its key narrows what it may do and never widens it;
//! - of a key only the hash is kept; it is shown once, ends by itself and can be revoked at any time;
//! - a command that is sent twice under one key of the sender's is carried out once.

mod commands;
mod create;
mod enter;
mod list;
mod model;
mod revoke;
mod store;
#[cfg(test)]
mod tests;
mod token;

pub use commands::{Command, Turn, keep_answer, take_turn};
pub use create::{Issued, NewClient, create};
pub use enter::enter;
pub use list::list;
pub use model::{ApiScope, ClientLine};
pub use revoke::revoke;
