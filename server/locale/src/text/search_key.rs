//! Keys for searching and comparing Persian text.
//!
//! The same word is typed in several ways: with Arabic or Persian letters, with digits of three
//! kinds, with a ZWNJ, a space or nothing between its parts. A key is the same for all of them.

use unicode_normalization::UnicodeNormalization;

use super::characters::is_invisible;
use crate::digits;

/// The form in which two texts are compared: equal for texts that a reader takes for the same.
///
/// Letters are unified (ي ى → ی, ك → ک, ة ۀ → ه, أ إ آ → ا, ؤ → و, ئ → ی), presentation forms
/// resolved (NFKC), marks, tatweel and invisible characters dropped, digits Latin, Latin letters
/// lower case. **Spaces are dropped too**, because ZWNJ, space and nothing mean the same
/// (می‌شود = می شود = میشود). So a key is for equality and for `like '%key%'`; to look for several
/// words in any order, look for each of [`search_words`].
pub fn search_key(text: &str) -> String {
    // Without its space a mark may join the letter before it, so the key is composed again.
    folded(text).chars().filter(|c| !c.is_whitespace()).nfkc().collect()
}

/// The words of a query, each as a [`search_key`].
pub fn search_words(text: &str) -> Vec<String> {
    folded(text).split_whitespace().map(str::to_owned).collect()
}

fn folded(text: &str) -> String {
    let composed: String = text.nfkc().filter(|c| c.is_whitespace() || !is_invisible(*c)).collect();
    let letters: String = composed.chars().filter_map(letter).collect();
    // Lower-casing may take a letter apart, so it is composed again.
    digits::to_latin(&letters).to_lowercase().nfkc().collect()
}

fn letter(c: char) -> Option<char> {
    let folded = match c {
        'ي' | 'ى' | 'ې' | 'ئ' => 'ی',
        'ك' => 'ک',
        'ة' | 'ۀ' | 'ە' | 'ہ' | 'ۂ' | 'ھ' => 'ه',
        'أ' | 'إ' | 'ٱ' | 'آ' => 'ا',
        'ؤ' => 'و',
        '٫' => '.',
        '،' => ',',
        // Thousands separator, tatweel, vowel and hamza marks.
        '٬' | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}' => return None,
        other => other,
    };
    Some(folded)
}
