//! Every refusal has words, in each language.

use domain::Refusal;
use locale::words::{Lang, has};
use strum::IntoEnumIterator as _;

#[test]
fn every_refusal_has_words_in_each_language() {
    let mut missing = Vec::new();
    for lang in Lang::ALL {
        for refusal in Refusal::iter() {
            let key = format!("refusal-{}", refusal.code());
            if !has(lang, &key) {
                missing.push(format!("{lang:?} {key}"));
            }
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}
