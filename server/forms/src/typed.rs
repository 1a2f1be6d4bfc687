//! What a person typed.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

/// Most characters that one input may hold.
pub const MAX_TYPED: usize = 20_000;

/// Raw texts by input name, as they came. An input is named by its field's key; the three parts of
/// a date are `key.year`, `key.month` and `key.day`, a ticked checkbox is `on`.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Typed(BTreeMap<String, String>);

impl Typed {
    /// What was typed into this input; nothing typed is an empty text.
    pub fn get(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }

    /// Note what was typed into an input. The first text stays if an input comes twice.
    pub fn insert(&mut self, name: impl Into<String>, text: impl Into<String>) {
        self.0.entry(name.into()).or_insert_with(|| text.into());
    }

    pub fn is_empty(&self) -> bool {
        self.0.values().all(String::is_empty)
    }

    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, text)| (name.as_str(), text.as_str()))
    }
}

impl<N: Into<String>, T: Into<String>> FromIterator<(N, T)> for Typed {
    fn from_iter<I: IntoIterator<Item = (N, T)>>(pairs: I) -> Self {
        let mut typed = Self::default();
        pairs.into_iter().for_each(|(name, text)| typed.insert(name, text));
        typed
    }
}

impl fmt::Debug for Typed {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        write!(formatter, "Typed({} inputs)", self.0.len())
    }
}
