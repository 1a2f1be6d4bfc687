//! Where a case stands, in a word and a tone.

use locale::words::{Lang, has, say1};
use serde::Serialize;

/// The word for a stage and how it looks.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct StageView {
    pub(crate) word: String,
    pub(crate) tone: &'static str,
}

/// A stage without words of ours is one that the agency's process named: it is shown as named.
pub(crate) fn stage(code: &str, lang: Lang) -> StageView {
    let key = code.replace('_', "-");
    let word = format!("stage-{key}");
    let word = if has(lang, &word) { say1(lang, &word) } else { code.to_owned() };
    StageView { word, tone: tone(&key) }
}

fn tone(key: &str) -> &'static str {
    match key {
        "approved" | "issued" | "deemed-approved" | "answered" | "upheld" => "good",
        "needs-documents" | "needs-payment" | "appointment" => "waiting",
        "rejected" | "lapsed" | "dismissed" => "bad",
        "withdrawn" | "closed" => "neutral",
        _ => "brand",
    }
}
