//! Staff: who can sign in at the desk, and how.
//!
//! Invariants:
//! - a second factor is compulsory and each of its codes opens the door once;
//! - wrong attempts are slowed down by name and address together, so that nobody can lock a member out;
//! - a session alone changes no secret: the password is proved again first;
//! - a changed password or authenticator ends every other session of the member, at once everywhere;
//! - a secret that was drawn for somebody is shown once and kept only as what knows it again.

mod add;
mod brake;
mod change_password;
mod colleague;
mod disable;
mod draw;
mod enable;
mod end_sessions;
mod enrol;
mod find;
mod members;
mod password;
mod propose_authenticator;
mod recovery;
mod renew_authenticator;
mod reprove;
mod reset;
mod secret;
mod sign_in;
mod store;
mod totp;

pub(crate) use add::{NewStaff, add_staff};
pub use change_password::change_password;
pub use disable::disable_staff;
pub(crate) use draw::new_password;
pub use enable::enable_staff;
pub use end_sessions::end_sessions_of;
pub use enrol::{Enrolment, Secrets, enrol_staff};
pub use find::staff_named;
pub(crate) use members::count_members;
pub use members::{MemberFile, MemberLine, member, members, rename_staff};
pub use propose_authenticator::{Proposal, propose_authenticator};
pub use recovery::{RecoveryCodes, recovery_codes_left, renew_recovery_codes};
pub use renew_authenticator::{Confirmation, renew_authenticator};
pub use reprove::Reproof;
pub use reset::{reset_authenticator, reset_password};
pub use sign_in::{Credentials, sign_in};
pub(crate) use store::staff_names;
pub(super) use store::{language, set_language};
pub(crate) use totp::new_totp_secret;
pub use totp::{totp_base32, totp_now, totp_secret, totp_uri};

#[cfg(test)]
mod tests;
