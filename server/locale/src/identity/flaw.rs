//! What can be wrong with an identity number.

use crate::words::{Lang, say1};

/// Why a text is not such a number. The words for each stand under `form-flaw-<code>`.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    thiserror::Error,
    strum::Display,
    strum::IntoStaticStr,
    strum::VariantArray,
)]
#[strum(serialize_all = "kebab-case")]
pub enum Flaw {
    NationalCodeFormat,
    NationalCodeLength,
    /// Ten equal digits: they pass the check, and nobody has such a code.
    NationalCodeRepeated,
    NationalCodeCheck,
    CompanyIdFormat,
    CompanyIdLength,
    /// The digits that number the company are all zero.
    CompanyIdBlank,
    CompanyIdCheck,
    MobileFormat,
    /// A number with a province's code, which cannot receive messages.
    MobileLandline,
    PostalCodeFormat,
    PostalCodeLength,
    PostalCodeRepeated,
    PostalCodeZero,
    IbanFormat,
    IbanLength,
    IbanCheck,
}

impl Flaw {
    /// The kebab-case name: `national-code-check`.
    pub fn code(self) -> &'static str {
        self.into()
    }

    /// What to tell the person who typed it.
    pub fn say(self, lang: Lang) -> String {
        say1(lang, &format!("form-flaw-{}", self.code()))
    }
}
