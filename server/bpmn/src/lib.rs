//! Process definitions and token semantics, pure.
//!
//! [`read`] turns BPMN 2.0 XML into a [`Definition`] or says what is wrong with it; [`advance`]
//! moves a case's [`Position`] and says what follows. There is no clock, no database and no
//! expression language here: the caller keeps the time, the rows, and decides conditions.

mod advance;
mod check;
mod definition;
mod effect;
pub mod picture;
mod position;
mod problem;
mod read;
mod report;
#[cfg(test)]
mod tests;
mod timer;
mod xml;

pub use advance::advance;
pub use definition::{Definition, Flow, Kind, Node, Outcome, Step, Unsound};
pub use effect::{Effect, EndState, NobodyWaits, StuckKind, Trigger};
pub use position::{Position, Wait, WaitsFor};
pub use problem::{Problem, ProblemKind};
pub use read::{Options, Placed, Read, Sketch, read, read_with, sketch};
pub use timer::{Span, Timer, TimerFault};
