//! The figures, for the person who watches and for whoever compares runs.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::Context as _;
use serde::Serialize;

/// All figures of a run.
#[derive(Debug, Default, Serialize)]
#[serde(transparent)]
pub(crate) struct Report(BTreeMap<&'static str, Figure>);

#[derive(Debug, Serialize)]
struct Figure {
    value: f64,
    unit: &'static str,
}

/// What a figure should reach.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Aim {
    None,
    AtLeast(f64),
    Below(f64),
}

impl Report {
    /// Note a figure, and say it at once.
    pub(crate) fn note(&mut self, name: &'static str, value: f64, unit: &'static str, aim: Aim) {
        let value = (value * 1_000.0).round() / 1_000.0;
        println!("{name:<28} {value:>12} {unit:<6} {}", aim.words(value));
        self.0.insert(name, Figure { value, unit });
    }

    pub(crate) fn write(&self, path: &Path) -> anyhow::Result<()> {
        let text = serde_json::to_string_pretty(self)?;
        fs::write(path, text + "\n").with_context(|| path.display().to_string())?;
        println!("written to {}", path.display());
        Ok(())
    }
}

impl Aim {
    fn words(self, value: f64) -> String {
        let (aim, reached) = match self {
            Self::None => return String::new(),
            Self::AtLeast(least) => (format!("at least {least}"), value >= least),
            Self::Below(limit) => (format!("below {limit}"), value < limit),
        };
        format!("aim: {aim}{}", if reached { "" } else { " (MISSED)" })
    }
}
