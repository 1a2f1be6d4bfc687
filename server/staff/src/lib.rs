//! The staff's door: signing in, one's own sessions and one's own account. The desk and the console
//! both mount it; each has its own sessions, on its own host.
//!
//! What a surface adds is its [`StaffDoor`]: which door of the domain it is, what its pages lead to,
//! and what becomes of a form that came when the session had ended already.

mod account;
mod language;
mod paths;
mod router;
mod sessions;
mod sign_in;
mod state;
mod visit;

#[cfg(test)]
mod tests;

pub use account::Qr;
pub use router::mount;
pub use sign_in::{first, keep, keep_nothing};
pub use state::{ShowKept, StaffDoor};
pub use visit::{Visit, commit};

use rust_embed::RustEmbed;
use web::templates::{Source, embedded};

#[derive(RustEmbed)]
#[folder = "templates"]
struct Templates;

/// The templates of these pages, and the layout that both surfaces extend.
pub fn templates() -> Vec<Source> {
    embedded::<Templates>("staff")
}
