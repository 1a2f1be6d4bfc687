//! The figures, one file each; and what they are taken of: a request's rows (`pattern`), copies of
//! them that wait for PostgreSQL alone (`stock`), and an agency with very many cases (`fill`).

mod cartable;
mod engine;
mod fill;
mod look_ups;
mod memory;
mod pattern;
mod start;
mod stock;
mod submissions;
#[cfg(test)]
mod tests;
mod timing;
mod tracking;
mod uploads;

pub(crate) use cartable::cartable;
pub(crate) use engine::engine;
pub(crate) use fill::fill;
pub(crate) use look_ups::look_ups;
pub(crate) use memory::{afterwards, idle};
pub(crate) use pattern::{Patterns, patterns};
pub(crate) use start::start;
pub(crate) use submissions::submissions;
pub(crate) use timing::timing;
pub(crate) use tracking::tracking;
pub(crate) use uploads::uploads;
