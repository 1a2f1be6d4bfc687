//! The staff workspace of an agency: signing in, one's own account, the cartable of each position,
//! the page of a case with everything that is done there, and the counter where visitors are received.
//!
//! An edge translates and decides nothing: what may be done is asked by the domain's verbs, and
//! what a page offers is what they answered.

mod account;
mod cartable;
mod cases;
mod counter;
mod paths;
mod qr;
mod router;
mod sessions;
mod sign_in;
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
