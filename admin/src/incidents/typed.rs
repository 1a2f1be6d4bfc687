//! What was typed in the forms of an incident's page.

use domain::Error;
use forms::Problems;
use serde_json::Value;

use crate::filled::{Filled, number};

/// The value that a variable is to have, as what it was said to be.
pub(super) fn value(sent: &Filled) -> Result<Value, Error> {
    let typed = sent.text("correct-value");
    match sent.text("correct-kind") {
        "text" => Ok(typed.into()),
        "number" => number(typed).ok_or_else(|| Error::invalid("value", "number-invalid")),
        "yes" => Ok(true.into()),
        "no" => Ok(false.into()),
        "nothing" => Ok(Value::Null),
        _ => Err(Error::invalid("kind", "choose")),
    }
}

/// Several forms stand on the page: the fields of each have its name before their own.
pub(super) fn within(error: Error, form: &str) -> Error {
    let Error::Invalid(found) = error else { return error };
    let mut problems = Problems::default();
    for (key, flaw) in found.iter() {
        problems.insert(format!("{form}-{key}"), flaw.clone());
    }
    Error::Invalid(problems)
}
