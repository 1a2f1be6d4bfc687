//! The staff workspace of an agency: the cartable of each position, the page of a case with
//! everything that is done there, and the counter where visitors are received. Its door is the
//! staff's.
//!
//! An edge translates and decides nothing: what may be done is asked by the domain's verbs, and
//! what a page offers is what they answered.

mod cartable;
mod cases;
mod counter;
mod kept;
mod paths;
mod router;
mod stage;
mod state;
mod visit;

#[cfg(test)]
mod tests;

pub use router::routes;
pub use state::DeskState;

use rust_embed::RustEmbed;
use web::templates::{Source, embedded};

#[derive(RustEmbed)]
#[folder = "templates"]
struct Templates;

/// The templates of the desk, for the engine that it shares with the other surfaces.
pub fn templates() -> Vec<Source> {
    embedded::<Templates>("desk")
}
