//! Text as people type and paste it, made fit for storing, for searching and for file names.

mod characters;
mod file_name;
mod isolated;
mod search_key;

use unicode_normalization::UnicodeNormalization;

pub(crate) use characters::is_invisible;
pub use file_name::file_name;
pub use isolated::{Part, isolated, parts};
pub use search_key::{search_key, search_words};

/// Text as it is stored and shown: what was typed, without what cannot be seen.
///
/// NFC, trimmed, newlines as `\n`. Removed are control characters but newline and tab, and the
/// controls that turn the writing direction around: with them a text can read as something that it
/// is not (CVE-2021-42574). ZWNJ and ZWJ stay, Persian spelling needs them.
pub fn clean(text: &str) -> String {
    let one_kind_of_newline = text.replace("\r\n", "\n");
    let seen = one_kind_of_newline
        .chars()
        .map(characters::newline)
        .filter(|c| !characters::is_unwanted(*c));
    seen.nfc().collect::<String>().trim().to_owned()
}

/// [`clean`] text on one line: every run of spaces and newlines is one space.
pub fn one_line(text: &str) -> String {
    clean(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests;
