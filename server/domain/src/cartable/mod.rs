//! The cartable: what lies before a position, one list of tasks and referrals. It belongs to the
//! position, not to the person: the next holder inherits it.

mod model;
mod open;
mod store;

pub use model::{Cartable, Filter, Line, LineKind, MANY, Tray};
pub use open::open;
