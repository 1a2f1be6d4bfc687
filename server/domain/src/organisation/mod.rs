//! The agency's chart: units, the positions within them and who holds each.
//!
//! Invariants:
//! - a cartable belongs to a position, not to a person: work stays when the holder changes;
//! - a position has one holder at a time, or none;
//! - who held a position and when is never forgotten: an appointment is ended, not removed;
//! - a unit or position that is closed stays for the history; nothing new comes before it;
//! - no admin can leave the agency without anybody who can change it.

mod add_position;
mod add_unit;
mod admit_admin;
mod appoint;
mod appointments;
mod change_position;
mod keep_admin;
mod model;
mod offices;
mod part;
mod positions;
mod store;
mod structure;
mod title;
mod units;

use uuid::Uuid;

pub(crate) use add_position::{NewPosition, add_position};
pub(crate) use add_unit::add_unit;
pub use admit_admin::admit_admin;
pub(crate) use appoint::appoint;
pub use appointments::{NewAppointment, appoint_staff, end_appointment};
pub(crate) use change_position::check as check_position;
pub use change_position::{PositionPlan, found_position};
pub(crate) use keep_admin::check as keep_admin;
pub use model::{Office, Position};
pub(crate) use model::{Seat, Seated};
pub(crate) use offices::office;
pub(crate) use part::Part;
pub use positions::positions;
pub(crate) use positions::{position, positions_by_id};
pub(crate) use store::{
    carried_elsewhere, change_position, close_position, end_appointments, held_by, hold_chart,
    open_positions, position_is_open, seats,
};
pub(crate) use structure::appointments_of;
pub use structure::{Appointment, Post, Structure, Unit, roles, structure};
pub use title::titled;
pub use units::{close_unit, found_unit, rename_unit};

/// The role of whoever looks after the deployment. It means something on the operator's own premises
/// only, and no position elsewhere can be given it.
pub const PLATFORM_OPERATOR: &str = "platform-operator";

/// A key for what was added at the console: nobody types it there.
fn key_of(id: Uuid) -> String {
    format!("x-{}", &id.simple().to_string()[20..])
}

#[cfg(test)]
mod tests;
