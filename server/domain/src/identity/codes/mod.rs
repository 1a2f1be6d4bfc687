//! One-time codes, by which an applicant proves a mobile number.
//!
//! Invariants: a code fits one page, one number and one agency, for three minutes, five tries and
//! one use; how many are sent is limited by number, by origin and by the agency's budget.

mod confirm;
mod issue;
mod limits;
mod rules;
mod store;

use chrono::{DateTime, Utc};
use uuid::Uuid;

pub use confirm::{Proof, confirm_code};
pub(crate) use issue::issue_code;
pub use limits::CodeLimits;
pub(super) use rules::typed;

/// A code is on its way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodeSent {
    /// What the browser hands back with the code: a code fits only the page it was asked from.
    pub id: Uuid,
    pub expires_at: DateTime<Utc>,
    /// When another may be sent for.
    pub again_at: DateTime<Utc>,
}

#[cfg(test)]
mod tests;
