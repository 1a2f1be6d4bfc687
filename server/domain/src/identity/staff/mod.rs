//! Staff: who can sign in at the desk, and how.
//!
//! Invariants: a second factor is compulsory and each of its codes opens the door once; wrong
//! attempts are slowed down by name and address together, so that nobody can lock a member out.

mod add;
mod brake;
mod password;
mod recovery;
mod sign_in;
mod store;
mod totp;

pub(crate) use add::{NewStaff, add_staff};
pub use recovery::renew_recovery_codes;
pub use sign_in::{Credentials, sign_in};
pub(crate) use store::staff_names;
pub(crate) use totp::new_totp_secret;
pub use totp::{totp_base32, totp_now, totp_secret};

#[cfg(test)]
mod tests;
