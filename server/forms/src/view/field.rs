//! A field as a page draws it.

use locale::jalali::Day;
use locale::words::{Lang, say};
use locale::{digits, size};
use serde::Serialize;

use crate::definition::{Choice, FileLimits};
use crate::summary::is_code;
use crate::{Field, Kind, Problems, Role, Typed};

/// One field to draw.
#[derive(Clone, PartialEq, Serialize)]
pub struct FieldView {
    pub key: String,
    /// The name of the input; of a date, what the names of its parts begin with.
    pub name: String,
    /// `text`, `textarea`, `number`, `select`, `radio`, `checkbox`, `date`, `national-code`,
    /// `company-id`, `mobile` or `file`.
    pub kind: &'static str,
    pub label: String,
    pub hint: Option<String>,
    pub required: bool,
    /// What was typed, as it was typed.
    pub value: String,
    pub date: Option<DateView>,
    /// The options of a choice; of a date, the months by number.
    pub options: Vec<OptionView>,
    pub problem: Option<String>,
    /// Whether the input is written from left to right in every language.
    pub ltr: bool,
    pub inputmode: Option<&'static str>,
    pub autocomplete: Option<&'static str>,
    pub max_length: Option<usize>,
    pub unit: Option<String>,
    pub accept: Vec<String>,
    pub max_bytes: Option<u64>,
    pub max_files: Option<usize>,
    /// What a file field accepts, in words, to be read before a file is chosen.
    pub limits: Option<String>,
}

/// The parts of a date, as they were typed.
#[derive(Clone, PartialEq, Eq, Serialize)]
pub struct DateView {
    pub year: String,
    pub month: String,
    pub day: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OptionView {
    pub value: String,
    pub label: String,
    pub selected: bool,
}

impl FieldView {
    pub(super) fn new(field: &Field, lang: Lang, typed: &Typed, problems: &Problems) -> Self {
        let files = files(&field.kind);
        let date = date(field, typed);
        Self {
            key: field.key.clone(),
            name: field.key.clone(),
            kind: kind(&field.kind),
            label: field.label.get(lang).to_owned(),
            hint: field.description.as_ref().map(|text| text.get(lang).to_owned()),
            required: field.required,
            value: typed.get(&field.key).to_owned(),
            options: options(field, lang, typed),
            problem: problems.text(lang, &field.key),
            ltr: is_code(&field.kind) || matches!(field.kind, Kind::Number(_) | Kind::Date(_)),
            inputmode: inputmode(&field.kind),
            autocomplete: autocomplete(field),
            max_length: max_length(&field.kind),
            unit: unit(&field.kind, lang),
            accept: files.map_or(Vec::new(), accepted),
            max_bytes: files.map(|limits| limits.max_bytes),
            max_files: files.map(|limits| limits.max_files),
            limits: files.map(|limits| limits_in_words(limits, lang)),
            date,
        }
    }
}

fn kind(kind: &Kind) -> &'static str {
    match kind {
        Kind::Text(lengths) if lengths.multiline => "textarea",
        Kind::Text(_) => "text",
        Kind::Number(_) => "number",
        Kind::Select(_) => "select",
        Kind::Radio(_) => "radio",
        Kind::Checkbox => "checkbox",
        Kind::Date(_) => "date",
        Kind::NationalCode => "national-code",
        Kind::CompanyId => "company-id",
        Kind::Mobile => "mobile",
        Kind::File(_) => "file",
    }
}

fn inputmode(kind: &Kind) -> Option<&'static str> {
    match kind {
        Kind::Number(rule) if rule.decimals > 0 => Some("decimal"),
        Kind::Number(_) | Kind::Date(_) | Kind::NationalCode | Kind::CompanyId => Some("numeric"),
        Kind::Mobile => Some("tel"),
        _ => None,
    }
}

/// Only what is the applicant's own: a browser must not fill in somebody else's fields (WCAG
/// 1.3.5 asks for the purpose of the user's own data alone).
fn autocomplete(field: &Field) -> Option<&'static str> {
    match field.role? {
        Role::ApplicantName => Some("name"),
        Role::ContactMobile => Some("tel"),
        Role::ContactEmail => Some("email"),
        Role::NationalCode | Role::CompanyId => None,
    }
}

fn max_length(kind: &Kind) -> Option<usize> {
    match kind {
        Kind::Text(lengths) => Some(lengths.max),
        _ => None,
    }
}

fn unit(kind: &Kind, lang: Lang) -> Option<String> {
    match kind {
        Kind::Number(rule) => rule.unit.as_ref().map(|unit| unit.get(lang).to_owned()),
        _ => None,
    }
}

fn date(field: &Field, typed: &Typed) -> Option<DateView> {
    let part = |name| typed.get(&field.part(name)).to_owned();
    matches!(field.kind, Kind::Date(_)).then(|| DateView {
        year: part("year"),
        month: part("month"),
        day: part("day"),
    })
}

fn options(field: &Field, lang: Lang, typed: &Typed) -> Vec<OptionView> {
    match &field.kind {
        Kind::Select(options) | Kind::Radio(options) => {
            let chosen = typed.get(&field.key).trim();
            options.iter().map(|option| option_view(option, lang, chosen)).collect()
        }
        Kind::Checkbox => vec![OptionView {
            value: "on".to_owned(),
            label: field.label.get(lang).to_owned(),
            selected: typed.get(&field.key) == "on",
        }],
        Kind::Date(_) => months(lang, typed.get(&field.part("month"))),
        _ => Vec::new(),
    }
}

fn option_view(option: &Choice, lang: Lang, chosen: &str) -> OptionView {
    OptionView {
        value: option.value.clone(),
        label: option.label.get(lang).to_owned(),
        selected: option.value == chosen,
    }
}

fn months(lang: Lang, typed: &str) -> Vec<OptionView> {
    let chosen = digits::to_latin(typed).trim().parse::<u8>().ok();
    (1..=12)
        .filter_map(|month| Day::new(1400, month, 1))
        .map(|day| OptionView {
            value: day.month.to_string(),
            label: day.month_name(lang),
            selected: chosen == Some(day.month),
        })
        .collect()
}

fn files(kind: &Kind) -> Option<&FileLimits> {
    match kind {
        Kind::File(limits) => Some(limits),
        _ => None,
    }
}

fn accepted(limits: &FileLimits) -> Vec<String> {
    limits.accept.iter().map(ToString::to_string).collect()
}

fn limits_in_words(limits: &FileLimits, lang: Lang) -> String {
    let separator = if lang == Lang::Fa { "، " } else { ", " };
    let types: Vec<_> = accepted(limits).iter().map(|name| name.to_uppercase()).collect();
    let values = [
        ("count", limits.max_files.into()),
        ("types", types.join(separator).into()),
        ("size", size::bytes(limits.max_bytes, lang).into()),
    ];
    say(lang, "form-file-limits", &values)
}

/// Without what was typed.
impl std::fmt::Debug for FieldView {
    fn fmt(&self, formatter: &mut std::fmt::Formatter) -> std::fmt::Result {
        write!(formatter, "FieldView({} {})", self.kind, self.key)
    }
}
