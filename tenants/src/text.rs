//! Texts that an agency writes: Persian, and English where there is one.

use locale::words::Lang;
use serde::{Deserialize, Serialize};

/// A configured text, `{fa, en?}` (never a template).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Text {
    pub fa: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub en: Option<String>,
}

impl Text {
    /// The text in a language, or the Persian one where it was not translated.
    pub fn say(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => self.en.as_deref().unwrap_or(&self.fa),
            Lang::Fa => &self.fa,
        }
    }
}
