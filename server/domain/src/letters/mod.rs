//! Letters: register books and what is entered in them. A request *is* the incoming letter.
//!
//! Invariants: serials of a register in a Jalali year are 1, 2, 3 … without a gap: the number and
//! what it is given to are one transaction; a number is given once in an agency.

mod model;
mod number;
mod store;

pub use model::Register;
pub(crate) use number::{may_number, number};
pub(crate) use store::{add_register, register, registers};
