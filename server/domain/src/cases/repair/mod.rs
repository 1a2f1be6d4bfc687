//! Cases that cannot go on by themselves: what stands in their way, and what is done about it.
//!
//! Each verb is a command on the case: under its lock, done once, in its history. To the applicant
//! nothing of it shows: the request is in progress.

mod assign;
mod correct;
mod give_up;
mod retry;
mod see;
mod set_aside;
mod settle;
mod skip;
mod take;

pub use assign::assign;
pub use correct::{Correction, correct};
pub use give_up::give_up;
pub use retry::retry;
pub use see::{IncidentFile, IncidentLine, Incidents, Remedies, Way, incident, incidents};
pub use set_aside::set_aside;
pub use skip::{Skip, skip};

pub(crate) use settle::met;
pub(super) use settle::settle;
