//! The public API of one agency's desk, for programs: services, drafts, documents, requests and
//! where they stand; its own description (OpenAPI), and the page on which people read and try it.
//!
//! An edge translates and decides nothing: a key's reach is the policy's business, what a request
//! needs is the domain's, and what went wrong is told as a problem (RFC 9457) in the language that
//! the program asks for. No cookie is read here, so there is nothing that a forged page could use.

mod client;
mod command;
mod content;
mod document;
mod drafts;
mod dress;
mod explained;
mod pace;
mod problem;
pub mod reference;
mod requests;
mod router;
mod services;
mod state;
mod tracking;
mod uploads;
mod words;

#[cfg(test)]
mod tests;

pub use document::document;
pub use dress::{Api, is_of_api, refuse};
pub use pace::Pace;
pub use router::routes;
pub use state::ApiState;

use rust_embed::RustEmbed;
use web::templates::{Source, embedded};

#[derive(RustEmbed)]
#[folder = "templates"]
struct Templates;

/// The template of the page on which the API is read and tried.
pub fn templates() -> Vec<Source> {
    embedded::<Templates>("api")
}
