//! The catalogue: the services an agency offers, each with its identity sheet (شناسنامه خدمت), form
//! and process.
//!
//! Invariants: what was published never changes, a new version takes its place; a running case
//! stays on the version it was submitted under; nothing is published whose sheet does not say
//! what is needed, how long it takes, what it costs and who decides.

mod list;
mod model;
mod publish;
mod see;
mod sheet;
mod store;

pub use list::{ServiceLine, list};
pub use model::Service;
pub use publish::{NewService, publish};
pub use see::see;
pub(crate) use see::{open, published, version};
pub use sheet::*;
