//! Process definitions and token semantics, pure.
//!
//! [`read`] turns BPMN 2.0 XML into a [`Definition`] or says what is wrong with it, [`write`] turns
//! one back into XML, and [`xml::Document`] keeps a file as its author drew it. [`advance`] moves a
//! case's [`Position`] and says what follows. There is no clock, no database and no expression
//! language here: the caller keeps the time, the rows, and answers what is asked of the data
//! ([`Facts`]).
//!
//! Numbers in comments are clauses of BPMN 2.0.2 (formal/2013-12-09).

mod advance;
mod check;
mod definition;
mod effect;
mod facts;
pub mod picture;
mod position;
mod problem;
mod read;
mod report;
pub mod steps;
#[cfg(test)]
mod tests;
mod timer;
mod write;
pub mod xml;

pub use advance::{Change, Migrated, Misfit, Plan, Why, advance, fits, migrate};
pub use definition::{
    Definition, Event, Flow, Kind, Mapping, Node, Outcome, Over, Repeat, Step, Thrown, Unsound,
};
pub use effect::{Effect, EndState, NobodyWaits, StuckKind, Trigger};
pub use facts::Facts;
pub use position::{Position, Wait, WaitsFor};
pub use problem::{Problem, ProblemKind};
pub use read::{Library, Options, Placed, Read, Sketch, read, read_with, sketch};
pub use timer::{Span, Timer, TimerFault};
pub use write::write;
