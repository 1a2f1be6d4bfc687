//! Where a request stands, in a word and a tone.

use locale::words::{Lang, has, say1};
use serde::Serialize;

/// The word for a stage, what it means for the applicant, and how it looks.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct StageView {
    pub(crate) word: String,
    pub(crate) meaning: Option<String>,
    pub(crate) tone: &'static str,
}

/// A stage that has no words of ours is one that the agency's process named: it is shown as named.
pub(crate) fn stage(key: &str, lang: Lang) -> StageView {
    let named = key.replace('_', "-");
    let (word, meaning) = (format!("stage-{named}"), format!("stage-{named}-meaning"));
    let said = |id: &str| has(lang, id).then(|| say1(lang, id));
    StageView {
        word: said(&word).unwrap_or_else(|| key.to_owned()),
        meaning: said(&meaning),
        tone: tone(&named),
    }
}

fn tone(key: &str) -> &'static str {
    match key {
        "approved" | "issued" | "deemed-approved" | "answered" | "upheld" => "good",
        "needs-documents" | "needs-payment" | "appointment" => "waiting",
        "rejected" | "lapsed" | "dismissed" => "bad",
        "withdrawn" | "closed" | "draft" => "neutral",
        _ => "brand",
    }
}
