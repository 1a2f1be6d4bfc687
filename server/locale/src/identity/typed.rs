//! Numbers as people type them.

use crate::{digits, text};

/// The characters that count: digits Latin, without the spaces, dashes, brackets and invisible
/// marks that people put between them and that copying brings along.
pub(super) fn compact(text: &str) -> String {
    digits::to_latin(text).chars().filter(|c| !is_separator(*c)).collect()
}

/// The digits of a text that has nothing but digits.
pub(super) fn digits_of(text: &str) -> Option<Vec<u32>> {
    text.chars().map(|c| c.to_digit(10)).collect()
}

pub(super) fn all_equal(digits: &[u32]) -> bool {
    digits.windows(2).all(|pair| pair[0] == pair[1])
}

fn is_separator(c: char) -> bool {
    let dash = matches!(c, '-' | '_' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{640}');
    c.is_whitespace() || text::is_invisible(c) || dash || matches!(c, '(' | ')')
}

/// What the types of this module share: the value comes out by name, never by `Debug`.
macro_rules! sealed_text {
    ($name:ident, $hidden:literal) => {
        impl $name {
            /// The canonical form, as stored and compared.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str($hidden)
            }
        }

        impl std::str::FromStr for $name {
            type Err = super::Flaw;

            fn from_str(text: &str) -> Result<Self, super::Flaw> {
                Self::parse(text)
            }
        }
    };
}

pub(super) use sealed_text;
