//! The citizen portal: catalogue, sign-in, drafts, requests and tracking of one agency; and beside
//! it the two small surfaces that carry no person's session, the directory of the hosted agencies
//! and the files host.
//!
//! An edge translates and decides nothing: what may be done is asked by the domain's verbs, and
//! what a page shows is what they answered.

mod catalogue;
pub mod directory;
mod drafts;
#[cfg(feature = "faults")]
mod faults;
pub mod files;
mod language;
mod paths;
mod requests;
mod router;
mod sessions;
mod sign_in;
mod state;
mod tracking;
mod uploads;
mod visit;

#[cfg(test)]
mod tests;

pub use router::routes;
pub use state::PortalState;
pub use tracking::LookUps;

use rust_embed::RustEmbed;
use web::templates::{Source, embedded};

#[derive(RustEmbed)]
#[folder = "templates"]
struct Templates;

/// The templates of the portal, the directory and the files host, for the engine that they share
/// with the other surfaces.
pub fn templates() -> Vec<Source> {
    embedded::<Templates>("portal")
}
