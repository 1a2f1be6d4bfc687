//! What is wrong with the settings: everything at once, each with its place.

use std::fmt;

/// One setting that cannot stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// `[section] field` in the file, or the name of the environment variable.
    pub place: String,
    /// What is wrong with it. Never the value: it may be a secret.
    pub words: String,
}

/// All of them; never empty.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct Problems(pub Vec<Problem>);

impl Problem {
    pub fn new(place: impl Into<String>, words: impl Into<String>) -> Self {
        Self { place: place.into(), words: words.into() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.words)
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the configuration cannot be used:")?;
        for problem in &self.0 {
            write!(f, "\n  {problem}")?;
        }
        Ok(())
    }
}
