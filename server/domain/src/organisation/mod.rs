//! The agency's chart: units, the positions within them and who holds each.
//!
//! Invariants:
//! - a cartable belongs to a position, not to a person: work stays when the holder changes;
//! - a position has one holder at a time, or none;
//! - who held a position and when is never forgotten: an appointment is ended, not removed.

mod add_position;
mod add_unit;
mod admit_admin;
mod appoint;
mod model;
mod positions;
mod store;

pub(crate) use add_position::{NewPosition, add_position};
pub(crate) use add_unit::add_unit;
pub use admit_admin::admit_admin;
pub(crate) use appoint::appoint;
pub use model::Position;
pub use positions::positions;
pub(crate) use positions::{position, positions_by_id};
pub(crate) use store::{held_by, with_role};

#[cfg(test)]
mod tests;
