//! The console of an agency's admins, and of the central operator: what the agency is made of, and
//! what was done. Its door is the staff's.
//!
//! An edge translates and decides nothing: each page calls a verb of the domain, which asks the
//! policy. Whoever may not configure the agency gets no further than a page that says so.

mod audit;
mod decisions;
mod filled;
mod home;
mod hosting;
mod incidents;
mod members;
mod migrations;
mod notices;
mod organisation;
mod paths;
mod processes;
mod role;
mod router;
mod services;
mod state;
mod trials;
mod visit;

#[cfg(test)]
mod tests;

pub use router::routes;
pub use state::AdminState;

use rust_embed::RustEmbed;
use web::templates::{Source, embedded};

#[derive(RustEmbed)]
#[folder = "templates"]
struct Templates;

/// The templates of the console, for the engine that it shares with the other surfaces.
pub fn templates() -> Vec<Source> {
    embedded::<Templates>("admin")
}
