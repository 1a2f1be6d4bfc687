//! The engine's rules as tables, and the suites of others.

mod blocks;
mod checks;
mod document;
mod events;
mod findings;
mod inclusive;
mod instances;
mod invariants;
mod limits;
mod migrating;
mod model;
mod nested;
mod oracle;
mod play;
mod random;
mod reading;
mod scopes;
mod storing;
mod suites;
mod timers;
mod tokens;
