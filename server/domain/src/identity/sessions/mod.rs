//! Sessions: who is signed in, and until when.
//!
//! Invariants: only the hash of a token is kept; a session ends when its bearer was idle too long,
//! when its time is over, when it is ended, and at once when its member of staff is disabled. Whoever
//! has just typed the password again goes on with a new token (ASVS 5.0, 7.2.4).

mod begin;
mod enter;
mod limits;
mod own;
mod renew;
mod store;
mod token;

use chrono::{DateTime, Utc};
use locale::words::Lang;

use crate::SessionId;

pub(super) use begin::begin;
pub use enter::{Door, Entered, enter};
pub use limits::SessionLimits;
pub use own::{end_session, sessions, sign_out};
pub(super) use renew::renew;
pub(super) use store::{Who, end_sessions_of};

/// Somebody is signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    pub id: SessionId,
    /// The name of a member of staff; an account has none.
    pub name: Option<String>,
    /// The language that they read, once they have said it.
    pub lang: Option<Lang>,
    /// When it ends unless something is done before.
    pub idle_until: DateTime<Utc>,
    /// When it ends whatever is done.
    pub ends_at: DateTime<Utc>,
}

/// A session has begun.
pub struct SignedIn {
    /// 256 random bits in base64url, for the cookie. It is shown this once and not kept.
    pub token: String,
    pub session: Session,
}

/// One's own session in the list of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionLine {
    pub id: SessionId,
    pub started_at: DateTime<Utc>,
    pub seen_at: DateTime<Utc>,
}

#[cfg(test)]
mod tests;
