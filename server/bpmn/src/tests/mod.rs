//! The engine's rules as tables, and the suites of others.

mod checks;
mod invariants;
mod limits;
mod model;
mod play;
mod reading;
mod storing;
mod suites;
mod timers;
mod tokens;
