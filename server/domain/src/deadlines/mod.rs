//! Deadlines: when something is due in the agency's calendar, the timers of processes, and the
//! agency's clock, which stands still while the applicant has to act.
//!
//! Invariants: a deadline is an instant, computed when the step is entered; an armed timer has a
//! job of the same id and no other timer has one; while the clock stands still nothing `legal`
//! is due, and what was left of it is kept in working time.

mod calendar;
mod clock;
mod store;
mod timers;

pub use calendar::CalendarSetting;
pub(crate) use calendar::{calendar, within};
pub(crate) use clock::{left_of, promise_after, start_clock, stop_clock};
pub(crate) use timers::{Timer, arm, armed, disarm, disarm_all, due_from, fired, rename, timer};
