//! Migrations: running cases go on with another version of their process, by an explicit plan.
//!
//! Invariants:
//! - both are versions of one process, and the plan says of every node at which a token waits where
//!   it goes: a plan that a trial finds wanting is not started;
//! - each case is moved by a job of its own, under its lock, whole or not at all; one that does not
//!   fit any more stays on its version and is told;
//! - whoever stops it leaves those that were not moved where they are.

mod model;
mod run;
mod see;
mod start;
mod store;
mod trial;

pub use model::{Finding, Migration, MigrationPlan, Misfitting, Progress, Trial};
pub use run::run_case;
pub use see::{Versions, list, see, versions};
pub use start::{start, stop};
pub use trial::{Choice, choices, trial};
