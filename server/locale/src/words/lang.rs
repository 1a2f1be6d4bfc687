//! The languages that the product speaks.

use serde::{Deserialize, Serialize};

/// A language of the interface. Persian is the default.
#[derive(
    Debug,
    Clone,
    Copy,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    strum::Display,
    strum::EnumString,
)]
#[serde(rename_all = "lowercase")]
#[strum(serialize_all = "lowercase")]
pub enum Lang {
    #[default]
    Fa,
    En,
}

impl Lang {
    pub const ALL: [Self; 2] = [Self::Fa, Self::En];

    /// The language tag, as in `<html lang>`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Fa => "fa",
            Self::En => "en",
        }
    }

    /// The language whose letters a text is written in, as far as they tell: Persian where one of its
    /// letters stands, English where there are only Latin ones.
    pub fn written_in(text: &str) -> Option<Self> {
        // The block of the Arabic script, U+0600 to U+06FF; digits of their own tell nothing.
        let persian = |c: char| ('\u{600}'..='\u{6ff}').contains(&c) && c.is_alphabetic();
        if text.contains(persian) {
            return Some(Self::Fa);
        }
        text.contains(|c: char| c.is_ascii_alphabetic()).then_some(Self::En)
    }

    /// The writing direction, as in `<html dir>`.
    pub fn dir(self) -> &'static str {
        match self {
            Self::Fa => "rtl",
            Self::En => "ltr",
        }
    }
}
