//! A form of the page as it is drawn: empty, or with what was typed and what is wrong with it.

use forms::{OptionView, Typed};
use serde::Serialize;
use uuid::Uuid;

use super::{Action, Filled};

/// One input: the end of its id, what stands in it, what is wrong with it.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Input {
    pub(super) key: String,
    pub(super) value: String,
    pub(super) problem: Option<String>,
}

/// A choice from a list, likewise.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Choice {
    pub(super) key: String,
    pub(super) options: Vec<OptionView>,
    pub(super) problem: Option<String>,
}

/// Makes the inputs of one form.
pub(super) struct Form<'a> {
    key: String,
    filled: Option<&'a Filled>,
}

impl<'a> Form<'a> {
    /// The form of an action; what was typed into another one does not concern it.
    pub(super) fn of(action: Action, outcome: &str, filled: Option<&'a Filled>) -> Self {
        let key = action.key(outcome);
        Self { filled: filled.filter(|filled| filled.sent.key() == key), key }
    }

    pub(super) fn key(&self) -> &str {
        &self.key
    }

    /// A form that comes back keeps its command, so that what was done already stays done once.
    pub(super) fn command(&self) -> Uuid {
        self.filled.map_or_else(Uuid::now_v7, |filled| filled.sent.command)
    }

    pub(super) fn is_filled(&self) -> bool {
        self.filled.is_some()
    }

    pub(super) fn typed(&self, name: &str) -> &'a str {
        self.filled.map_or("", |filled| filled.sent.typed.get(name))
    }

    pub(super) fn all_typed(&self) -> Typed {
        self.filled.map(|filled| filled.sent.typed.clone()).unwrap_or_default()
    }

    pub(super) fn problem(&self, name: &str) -> Option<String> {
        self.filled.and_then(|filled| filled.problem(name)).map(str::to_owned)
    }

    pub(super) fn input_key(&self, name: &str) -> String {
        format!("{}-{name}", self.key)
    }

    pub(super) fn input(&self, name: &str) -> Input {
        Input {
            key: self.input_key(name),
            value: self.typed(name).to_owned(),
            problem: self.problem(name),
        }
    }

    pub(super) fn option(&self, name: &str, value: String, label: String) -> OptionView {
        OptionView { selected: self.typed(name) == value, value, label }
    }

    /// A choice among values with their labels.
    pub(super) fn choice(
        &self,
        name: &str,
        options: impl Iterator<Item = (String, String)>,
    ) -> Choice {
        let options = options.map(|(value, label)| self.option(name, value, label)).collect();
        Choice { key: self.input_key(name), options, problem: self.problem(name) }
    }
}
