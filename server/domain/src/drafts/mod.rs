//! Drafts: requests being filled in. Nothing typed is ever lost: a draft is kept at every step,
//! wrong answers and all, and is checked only when it is handed in.

mod attach;
mod list;
mod model;
mod save;
mod see;
mod start;
mod store;

pub use attach::{attach, fetch, remove};
pub use list::list;
pub use model::{Draft, DraftLine, Whose};
pub use save::save;
pub(crate) use see::answers;
pub use see::{check, see};
pub use start::{begin, start};
pub(crate) use store::{NewDraft, at_positions, draft, hold, insert, set_submitted};
