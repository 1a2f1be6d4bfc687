//! A process as a list of steps: a view on BPMN of a certain shape that loses nothing.
//!
//! The file is the only artefact; the list is computed from it. Each construct of the list is one
//! fragment of BPMN: a step is a user task, its outcomes an exclusive gateway directly behind it, a
//! question to several units a user task with instances, steps at the same time a parallel block, a
//! wait a receive task, a deadline a timer on the border. What has another shape is no list, and is
//! told so instead of being bent into one.
//!
//! One token walks through the list. What follows from a deadline that does not end its step runs
//! aside and ends by itself, so that no list can deadlock or multiply its tokens.

mod beside;
mod blocks;
mod compose;
mod edit;
mod fresh;
mod model;
mod recognise;
#[cfg(test)]
mod tests;

pub use edit::{Direction, New, NewStep, NewThen, asked, roles};
pub use model::{
    Arrow, Aside, Branch, Deadline, ListStep, NotListed, StepList, Tag, Then, Way, What,
};
pub use recognise::recognise;
