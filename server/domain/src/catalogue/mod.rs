//! The catalogue: the services an agency offers, each with its identity sheet (شناسنامه خدمت), form
//! and process.
//!
//! Invariants: what was published never changes, a new version takes its place; a running case
//! stays on the version it was submitted under; nothing is published whose sheet does not say
//! what is needed, how long it takes, what it costs and who decides.

mod announce;
mod close;
mod entries;
mod list;
mod model;
mod publish;
mod search;
mod see;
mod sheet;
mod store;
#[cfg(test)]
mod tests;
mod view;

pub use announce::complete_directory;
pub(crate) use close::is_open;
pub use close::{close, reopen};
pub use entries::{entries, entry, version_of, versions};
pub(crate) use entries::{find, hold, running};
pub use list::{ServiceLine, list};
pub use model::{Entry, Service, VersionLine};
pub use publish::{NewService, publish};
pub use search::{Found, MOST_FOUND, search};
pub use see::see;
pub(crate) use see::{open, published, version};
pub use sheet::*;
pub use view::SheetView;
