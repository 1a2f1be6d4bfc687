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

#[test]
fn every_finding_about_a_process_has_words_in_each_language() {
    let findings = bpmn::ProblemKind::ALL.iter().map(|kind| kind.key());
    let incidents = bpmn::StuckKind::ALL.iter().map(|kind| kind.key());
    let keys: Vec<String> = findings.chain(incidents).collect();
    let missing: Vec<String> = Lang::ALL
        .into_iter()
        .flat_map(|lang| keys.iter().map(move |key| (lang, key)))
        .filter(|(lang, key)| !has(*lang, key))
        .map(|(lang, key)| format!("{lang:?} {key}"))
        .collect();
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}
