//! Notices: what people are told by SMS and e-mail.
//!
//! Invariants:
//! - a notice is written in the transaction of what it tells of, together with the job that sends
//!   it: neither is there without the other;
//! - its words are fixed when it is written, so that a second try sends the same ones;
//! - it is sent at least once; it keeps its id over every try, and carriers take that as reference;
//! - address and words are sealed; a one-time code is wiped once sent or expired;
//! - words that are changed are kept as they were;
//! - a text with a placeholder that nothing would fill cannot be saved.

mod deliver;
mod facts;
mod list;
mod model;
mod preview;
mod rehearse;
mod send_code;
mod set_text;
mod store;
mod template;
#[cfg(test)]
mod tests;
mod worded;
mod wording;
mod write;

pub use deliver::{Outcome, Outgoing, settle, unsent};
pub use facts::Facts;
pub(crate) use list::of_case;
pub use model::{Channel, Contact, NewNotice, NoticeKind, NoticeLine, NoticeState};
pub use preview::{Preview, places, preview};
pub(crate) use rehearse::rehearse;
pub use send_code::send_code;
pub use set_text::Wording;
pub(crate) use set_text::set_text;
pub(crate) use store::{count_wordings, oldest_queued};
pub(crate) use worded::is_worded;
pub use wording::{Version, reword, wording, wordings};
pub(crate) use write::write;
