//! Answers: what was typed, checked and brought into one form.

use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// Answers by field key: texts, numbers, truths. A date is Gregorian ISO 8601 (`2026-05-27`), an
/// identity number is in its canonical form, a mobile number begins with `+98`. What was left
/// empty is absent; files are no answers.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Answers(Map<String, Value>);

impl Answers {
    pub fn get(&self, key: &str) -> Option<&Value> {
        self.0.get(key)
    }

    /// The answer, if it is a text.
    pub fn text(&self, key: &str) -> Option<&str> {
        self.0.get(key).and_then(Value::as_str)
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn as_json(&self) -> &Map<String, Value> {
        &self.0
    }

    pub fn into_json(self) -> Map<String, Value> {
        self.0
    }

    pub(crate) fn insert(&mut self, key: &str, answer: Value) {
        self.0.insert(key.to_owned(), answer);
    }
}

impl fmt::Debug for Answers {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        write!(formatter, "Answers({})", self.0.len())
    }
}
