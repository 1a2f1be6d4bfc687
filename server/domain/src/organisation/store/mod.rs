//! The tables `units`, `positions` and `members`.

mod appointments;
mod positions;
mod units;

pub(super) use appointments::{
    appointed_within, appointments, end_before, end_others, holds_already, insert_appointment,
    insert_member, somebody_carries, staff_exists,
};
pub(crate) use appointments::{end_appointments, held_by};
pub(super) use positions::{
    Closed, closed_positions, insert_position, lock_position, office, positions, roles_carried,
};
pub(crate) use positions::{
    carried_elsewhere, change_position, close_position, open_positions, position_is_open, seats,
};
pub(crate) use units::hold_chart;
pub(super) use units::{
    NewUnit, close_unit, insert_unit, rename_unit, unit_holds_anything, unit_is_open, units,
};
