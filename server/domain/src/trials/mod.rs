//! Trials: a process that is not published yet is tried out, and what was tried is kept as a test.
//!
//! Invariants:
//! - a trial goes by the rules of real cases (`cases`, over `cases::Ground`) and touches nothing of
//!   theirs: what would happen is noted in the trial, and nowhere else;
//! - it begins at a moment and has a clock of its own, which only commands move; so the same
//!   commands have the same outcome whenever they are played;
//! - a test is a list of commands with what came of each. It is played anew on the process as it
//!   would be published; whatever comes of it otherwise is told, and keeps it from being published.

mod act;
mod ahead;
mod begin;
mod compare;
mod keep;
mod model;
mod play;
mod sandbox;
mod see;
mod store;
#[cfg(test)]
mod tests;
mod verify;

pub use act::act;
pub use ahead::Ahead;
pub use begin::{Begin, again, begin, end};
pub use compare::{Difference, Place, Said};
pub use keep::{accept, keep, remove};
pub use model::{Command, Line, Noted, Outcome, Pause, Subject, Turn};
pub use see::{Choices, Trial, choices, reasons, see};
pub(crate) use verify::failing;
pub use verify::{Tested, test, tests};
