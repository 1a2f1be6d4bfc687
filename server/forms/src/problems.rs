//! What is wrong with what was typed, by field.

use std::collections::BTreeMap;
use std::fmt;

use locale::jalali::Day;
use locale::words::{self, Lang};
use serde::{Deserialize, Serialize};
use serde_json::Number;

use crate::numbers;

/// One flaw. Its words stand under `form-<code>`; the arguments fill their variables.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct Flaw {
    pub code: String,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub args: BTreeMap<String, Argument>,
}

/// A value in the words of a flaw, kept apart from any language.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Argument {
    Text(String),
    /// What an agency named, in the languages it named it in.
    Named {
        fa: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        en: Option<String>,
    },
    Number(Number),
    Date(Day),
}

impl Flaw {
    pub fn new(code: impl Into<String>) -> Self {
        Self { code: code.into(), args: BTreeMap::new() }
    }

    /// The same flaw with one more argument.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<Argument>) -> Self {
        self.args.insert(name.to_owned(), value.into());
        self
    }

    /// What to tell the person.
    pub fn text(&self, lang: Lang) -> String {
        let values: Vec<_> =
            self.args.iter().map(|(name, value)| (name.as_str(), value.shown(lang))).collect();
        words::say(lang, &format!("form-{}", self.code), &values)
    }
}

/// Problems by field key. Also for commands of the domain that are filled in like a form.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Problems(BTreeMap<String, Flaw>);

impl Problems {
    /// One problem with one field.
    pub fn one(key: impl Into<String>, flaw: Flaw) -> Self {
        let mut problems = Self::default();
        problems.insert(key, flaw);
        problems
    }

    /// Note a flaw; the first of a field stays.
    pub fn insert(&mut self, key: impl Into<String>, flaw: Flaw) {
        self.0.entry(key.into()).or_insert(flaw);
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn get(&self, key: &str) -> Option<&Flaw> {
        self.0.get(key)
    }

    pub fn iter(&self) -> impl Iterator<Item = (&str, &Flaw)> {
        self.0.iter().map(|(key, flaw)| (key.as_str(), flaw))
    }

    /// What to tell the person about this field, if anything is wrong with it.
    pub fn text(&self, lang: Lang, key: &str) -> Option<String> {
        self.get(key).map(|flaw| flaw.text(lang))
    }

    /// `Ok` if there are none.
    pub fn or<T>(self, value: T) -> Result<T, Self> {
        if self.is_empty() { Ok(value) } else { Err(self) }
    }
}

impl Argument {
    /// The English name may be missing; then the Persian one is told.
    pub fn named(fa: &str, en: Option<&str>) -> Self {
        Self::Named { fa: fa.to_owned(), en: en.map(str::to_owned) }
    }

    fn shown(&self, lang: Lang) -> words::Value {
        match self {
            Self::Text(text) => text.into(),
            Self::Named { fa, en } if lang == Lang::En => en.as_ref().unwrap_or(fa).into(),
            Self::Named { fa, .. } => fa.into(),
            Self::Number(number) => numbers::shown(number, lang).into(),
            Self::Date(day) => day.short(lang).into(),
        }
    }
}

impl From<&str> for Argument {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Argument {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<usize> for Argument {
    fn from(number: usize) -> Self {
        Self::Number(number.into())
    }
}

impl From<u64> for Argument {
    fn from(number: u64) -> Self {
        Self::Number(number.into())
    }
}

impl From<&Number> for Argument {
    fn from(number: &Number) -> Self {
        Self::Number(number.clone())
    }
}

impl From<Day> for Argument {
    fn from(day: Day) -> Self {
        Self::Date(day)
    }
}

/// Without the arguments: they may repeat what a person typed.
impl fmt::Debug for Flaw {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        write!(formatter, "Flaw({})", self.code)
    }
}

impl fmt::Debug for Argument {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str("Argument(…)")
    }
}
