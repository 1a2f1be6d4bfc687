//! What the HTML surfaces share: layout, templates, sessions in cookies, forgery guards, uploads, error pages.
//!
//! An edge writes handlers that return an [`Answer`] and pages that implement [`Page`]; `Site::dress`
//! puts everything else around them: language, frame, forgery guard, error pages, headers. Nothing here
//! knows a noun of the domain.

mod along;
pub mod answer;
pub mod assets;
pub mod at;
pub mod cookies;
pub mod errors;
pub mod fields;
pub mod filling;
pub mod forgery;
pub mod frame;
pub mod headers;
pub mod here;
pub mod language;
pub mod limits;
pub mod page;
pub mod paths;
pub mod problems;
pub mod progress;
pub mod refusals;
pub mod sealed;
pub mod served;
pub mod site;
pub mod surface;
pub mod templates;
pub mod uploads;

#[cfg(test)]
mod tests;

pub use along::Along;
pub use answer::{Answer, Problem, Reply, again, go, show};
pub use at::At;
pub use fields::Fields;
pub use here::{Here, SignedIn};
pub use page::Page;
pub use served::{Route, Served};
pub use site::Site;
pub use surface::{Places, Surface};
