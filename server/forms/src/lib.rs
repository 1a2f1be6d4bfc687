//! Form definitions: parsed, answers checked, a view model to draw.
//!
//! A service's form is a JSON document that the agency edits: a closed subset of form-js schema 19
//! with Iranian types of its own. What a person *typed* is checked against it and becomes
//! *answers*, or *problems* to show beside the fields. Pure: what a form says of a text depends on
//! nothing else. No type of this crate that holds what a person typed shows it in `Debug`.

mod answers;
mod check;
mod definition;
mod numbers;
mod problems;
mod summary;
mod take;
mod typed;
mod view;

pub use answers::Answers;
pub use definition::edit;
pub use definition::{
    Choice, Days, DefinitionFlaw, DefinitionProblem, Field, FileLimits, FileType, Form, Item, Kind,
    Lengths, NumberRule, Role, Wording,
};
pub use problems::{Argument, Flaw, Problems};
pub use summary::SummaryRow;
pub use typed::{MAX_TYPED, Typed};
pub use view::{DateView, FieldView, FormView, ItemView, OptionView, ProblemView};

#[cfg(test)]
mod tests;
