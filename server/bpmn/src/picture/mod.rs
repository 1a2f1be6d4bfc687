//! A process as a picture: shapes, lines and wrapped words with their places, ready to be drawn.
//!
//! The picture is the one its author drew (BPMN diagram interchange) where every node has its place
//! in it, and one of our own layout otherwise. It reads from right to left where its language does.

mod diagram;
mod draw;
mod interchange;
mod labels;
mod layered;
mod layout;
mod places;
mod steps;
#[cfg(test)]
mod tests;
mod wrap;

pub use draw::{Figure, Line, Picture, Shape, Words, draw};
pub(crate) use interchange::interchange;
pub use interchange::with_diagram;
pub use places::{Place, places};
pub use steps::{Next, Way, next, order};
