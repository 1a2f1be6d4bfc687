//! Uploads: a multipart form read as it arrives, each file spooled to disk and judged, nothing of it
//! ever held whole in memory.
//!
//! poem's own multipart reader has no limits. This one has: of files, bytes, fields, names, part
//! headers, time and rate (ASVS 5.0.0 5.2.1).

mod kind;
mod meter;
mod receive;
mod rules;
mod spool;
mod verdict;

pub use kind::Kind;
pub use receive::{Received, Refusal, receive, receive_bare};
pub use rules::{FileRule, Limits};
pub use spool::Upload;
pub use verdict::Flaw;
