//! Blueprints: ready-made agencies as data, and opening an agency from one.
//!
//! A blueprint is a folder of `tenants/blueprints`, embedded in the program. It says what an
//! agency is made of; the modules whose things these are check and keep them.
//!
//! Invariants:
//! - an agency is opened whole or not at all, in one transaction;
//! - the people of a blueprint are fictional and exist in demo agencies only, with passwords and
//!   second factors that were drawn for this very agency;
//! - a blueprint with mistakes is refused whole, and all of them are told at once, by file and line;
//! - every blueprint that the program brings along passes [`check`]; a test holds that.

mod check;
mod files;
mod json;
mod model;
mod open;
mod people;
mod policy;
mod problem;
mod read;
#[cfg(test)]
mod tests;

pub use check::check;
pub use files::{Folder, names};
pub use open::{Opened, open_agency, open_agency_from};
pub use people::DemoSignIn;
pub use problem::{Problem, Problems};
