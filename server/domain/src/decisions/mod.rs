//! Decisions: the tables an agency decides by, written, published and asked.
//!
//! Invariants:
//! - a published version never changes, so it may be kept in memory;
//! - a draft is kept whatever is wrong with it, and published with nothing wrong;
//! - every save names the state it was made on, and one made on an older state is refused with who
//!   changed it and when;
//! - a version of a process decides by the versions that were the newest when it was published.

mod discard;
mod found;
mod list;
mod model;
mod open;
mod pinned;
mod publish;
mod save;
mod see;
mod store;

pub use discard::discard;
pub use found::found;
pub use list::list;
pub use model::{Decision, Draft, Handle, Line, Version};
pub use open::open;
pub(crate) use pinned::{Pinned, newest, pin, pinned, unpinned};
pub use publish::publish;
pub use save::save;
pub use see::{flaw, see};
