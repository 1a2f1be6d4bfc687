//! The answers, to be read.

use locale::identity::{CompanyId, Mobile, NationalCode};
use locale::jalali::Day;
use locale::words::{Lang, say1};
use serde::Serialize;
use serde_json::{Number, Value};

use crate::definition::{Choice, NumberRule};
use crate::{Answers, Field, Form, Kind, numbers};

/// One answer as a person reads it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SummaryRow {
    pub key: String,
    pub label: String,
    pub value: String,
    /// Whether the value reads from left to right in every language: a code, a number to dial.
    pub ltr: bool,
}

impl Form {
    /// A row for each field that is answered by typing or choosing, in the form's order.
    pub fn summary(&self, lang: Lang, answers: &Answers) -> Vec<SummaryRow> {
        self.fields()
            .filter(|field| !matches!(field.kind, Kind::File(_)))
            .map(|field| row(field, lang, answers.get(&field.key)))
            .collect()
    }
}

fn row(field: &Field, lang: Lang, answer: Option<&Value>) -> SummaryRow {
    let value = answer.and_then(|answer| shown(&field.kind, lang, answer));
    SummaryRow {
        key: field.key.clone(),
        label: field.label.get(lang).to_owned(),
        ltr: value.is_some() && is_code(&field.kind),
        value: value.unwrap_or_else(|| say1(lang, "form-not-given")),
    }
}

/// Whether such an answer is a code, which reads from left to right.
pub(crate) fn is_code(kind: &Kind) -> bool {
    matches!(kind, Kind::NationalCode | Kind::CompanyId | Kind::Mobile)
}

fn shown(kind: &Kind, lang: Lang, answer: &Value) -> Option<String> {
    match (kind, answer) {
        (Kind::Text(_), Value::String(text)) => Some(text.clone()),
        (Kind::Number(rule), Value::Number(number)) => Some(with_unit(rule, number, lang)),
        (Kind::Select(options) | Kind::Radio(options), Value::String(value)) => {
            Some(label_of(options, value, lang))
        }
        (Kind::Checkbox, Value::Bool(ticked)) => {
            Some(say1(lang, if *ticked { "common-yes" } else { "common-no" }))
        }
        (_, Value::String(text)) => Some(code(kind, text, lang).unwrap_or_else(|| text.clone())),
        _ => None,
    }
}

fn with_unit(rule: &NumberRule, number: &Number, lang: Lang) -> String {
    let number = numbers::shown(number, lang);
    rule.unit.as_ref().map_or(number.clone(), |unit| format!("{number} {}", unit.get(lang)))
}

/// The option's label; its value if the form has changed since.
fn label_of(options: &[Choice], value: &str, lang: Lang) -> String {
    let option = options.iter().find(|option| option.value == value);
    option.map_or(value, |option| option.label.get(lang)).to_owned()
}

fn code(kind: &Kind, text: &str, lang: Lang) -> Option<String> {
    match kind {
        Kind::Date(_) => text.parse().ok().map(|date| Day::from_gregorian(date).short(lang)),
        Kind::NationalCode => NationalCode::parse(text).ok().map(|code| code.display()),
        Kind::CompanyId => CompanyId::parse(text).ok().map(|id| id.display()),
        Kind::Mobile => Mobile::parse(text).ok().map(|mobile| mobile.display()),
        _ => None,
    }
}
