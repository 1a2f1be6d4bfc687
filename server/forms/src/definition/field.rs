//! What one field asks.

use locale::jalali::Day;
use locale::words::Lang;
use serde_json::Number;

/// A text that the agency wrote: Persian, and English if somebody translated it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wording {
    pub fa: String,
    pub en: Option<String>,
}

impl Wording {
    /// In this language, or in Persian.
    pub fn get(&self, lang: Lang) -> &str {
        match (lang, &self.en) {
            (Lang::En, Some(en)) => en,
            _ => &self.fa,
        }
    }
}

/// One input of a form.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Field {
    pub key: String,
    pub label: Wording,
    pub description: Option<Wording>,
    /// A checkbox that is required must be ticked; a file field must have a file.
    pub required: bool,
    /// Whether the answer is copied to the variables of the process.
    pub process: bool,
    /// Which question about the applicant the answer settles.
    pub role: Option<Role>,
    pub kind: Kind,
}

impl Field {
    /// The names of the inputs it is typed into. A file field has none: files come another way.
    pub fn inputs(&self) -> Vec<String> {
        match self.kind {
            Kind::Date(_) => ["year", "month", "day"].map(|part| self.part(part)).to_vec(),
            Kind::File(_) => Vec::new(),
            _ => vec![self.key.clone()],
        }
    }

    /// The name of the input of a part of a date.
    pub(crate) fn part(&self, part: &str) -> String {
        format!("{}.{part}", self.key)
    }
}

/// The kind of a field and the rules of its kind.
#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    Text(Lengths),
    Number(NumberRule),
    Select(Vec<Choice>),
    Radio(Vec<Choice>),
    Checkbox,
    Date(Days),
    NationalCode,
    CompanyId,
    Mobile,
    File(FileLimits),
}

/// How long a text may be, in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lengths {
    pub min: usize,
    pub max: usize,
    pub multiline: bool,
}

/// Which numbers are accepted.
#[derive(Debug, Clone, PartialEq)]
pub struct NumberRule {
    pub min: Option<Number>,
    pub max: Option<Number>,
    /// How many decimals may be given; 0 means whole numbers.
    pub decimals: usize,
    pub unit: Option<Wording>,
}

/// Which days are accepted, both ends included.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Days {
    pub min: Option<Day>,
    pub max: Option<Day>,
}

/// One option of a select or a radio group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    pub value: String,
    pub label: Wording,
}

/// How many files of which kind, and how large each may be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileLimits {
    pub max_files: usize,
    pub max_bytes: u64,
    pub accept: Vec<FileType>,
}

/// The types of files that a field may accept.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, strum::Display, strum::EnumString, strum::VariantArray,
)]
#[strum(serialize_all = "lowercase")]
pub enum FileType {
    Pdf,
    Jpg,
    Png,
}

/// What an answer tells of the applicant.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, strum::Display, strum::EnumString, strum::VariantArray,
)]
#[strum(serialize_all = "camelCase")]
pub enum Role {
    ApplicantName,
    NationalCode,
    CompanyId,
    ContactMobile,
    ContactEmail,
}

impl Role {
    /// Whether a field of this kind can tell it.
    pub(crate) fn fits(self, kind: &Kind) -> bool {
        match self {
            Self::ApplicantName | Self::ContactEmail => {
                matches!(kind, Kind::Text(lengths) if !lengths.multiline)
            }
            Self::NationalCode => matches!(kind, Kind::NationalCode),
            Self::CompanyId => matches!(kind, Kind::CompanyId),
            Self::ContactMobile => matches!(kind, Kind::Mobile),
        }
    }
}
