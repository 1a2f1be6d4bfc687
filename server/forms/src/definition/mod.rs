//! Form definitions: what a form asks, as the agency wrote it.
//!
//! Invariants, held by [`Form::parse`]:
//! - every key is unique and may stand in a URL, an HTML id and an expression as it is;
//! - nothing in a definition is ignored: a key or type that is not known is a problem;
//! - a definition is bounded, so that drawing and checking it is too.

pub mod edit;
mod field;
mod form;
mod problem;
mod raw;
mod read;
mod rules;

pub use field::{
    Choice, Days, Field, FileLimits, FileType, Kind, Lengths, NumberRule, Role, Wording,
};
pub use form::{Form, Item};
pub use problem::{DefinitionFlaw, DefinitionProblem};
