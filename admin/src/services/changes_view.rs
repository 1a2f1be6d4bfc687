//! Differences between what is published and what will be, in plain words.

use domain::catalogue::Service;
use domain::revisions::{self, Change, Revision};
use locale::words::{Lang, has, list, say, say1};
use locale::{digits, jalali::Day};
use serde::Serialize;
use serde_json::Value;
use web::Problem;

use super::form::kebab;
use super::input::row_label;
use super::sheet::rows::{Kind, Row, SECTIONS};

/// Every difference; none while nothing was changed.
#[derive(Debug, Default, Serialize)]
pub(crate) struct ChangesView {
    sheet: Vec<ChangeView>,
    form: Vec<FieldChange>,
    reordered: bool,
    process: bool,
    any: bool,
}

/// A value that differs.
#[derive(Debug, Serialize)]
struct ChangeView {
    what: String,
    was: Option<String>,
    is: Option<String>,
}

/// A component of the form that is new, gone or different.
#[derive(Debug, Serialize)]
struct FieldChange {
    /// `added`, `removed` or `changed`.
    how: &'static str,
    name: String,
    changes: Vec<ChangeView>,
}

impl ChangesView {
    pub(super) fn of(
        published: &Service,
        revision: &Revision,
        lang: Lang,
    ) -> Result<Self, Problem> {
        let changes = revisions::changes(published, revision)?;
        let label = |key: &str, of: &[Change]| {
            let field = revision.form.field(key).or_else(|| published.form.field(key));
            match field {
                Some(field) => field.label.get(lang).to_owned(),
                None => saying(of, lang).unwrap_or(key).to_owned(),
            }
        };
        Ok(Self {
            any: !changes.is_empty(),
            sheet: changes.sheet.iter().map(|change| of_sheet(change, lang)).collect(),
            form: changes.form.iter().map(|(key, of)| of_form(label(key, of), of, lang)).collect(),
            reordered: changes.reordered,
            process: changes.process.is_some(),
        })
    }

    pub(super) fn sample() -> Self {
        let change = |was: Option<&str>, is: Option<&str>| ChangeView {
            what: "عنوان (فارسی)".into(),
            was: was.map(Into::into),
            is: is.map(Into::into),
        };
        let field = |how, changes| FieldChange { how, name: "نام شرکت".into(), changes };
        Self {
            sheet: vec![change(Some("الف"), Some("ب")), change(None, Some("ب"))],
            form: vec![
                field("added", vec![]),
                field("removed", vec![]),
                field("changed", vec![change(Some("الف"), None)]),
            ],
            reordered: true,
            process: true,
            any: true,
        }
    }
}

fn of_sheet(change: &Change, lang: Lang) -> ChangeView {
    let row = row_of(&change.at);
    let shown = |value: &Value| shown(value, row.map(|row| &row.kind), lang);
    ChangeView { what: place(&change.at, lang), was: shown(&change.was), is: shown(&change.is) }
}

/// `Documents, 1: Title (Persian)` of `documents.0.title.fa`.
fn place(at: &str, lang: Lang) -> String {
    let mut said: Vec<String> = Vec::new();
    for part in at.split('.') {
        match (part, part.parse::<i64>()) {
            ("fa" | "en", _) => {
                let label = said.pop().unwrap_or_default();
                let key = format!("services-in-{part}");
                said.push(say(lang, &key, &[("label", label.into())]));
            }
            (_, Ok(number)) => {
                let label = said.pop().unwrap_or_default();
                let values = [("label", label.into()), ("number", (number + 1).into())];
                said.push(say(lang, "services-nth", &values));
            }
            _ => said.push(row_label(part, lang)),
        }
    }
    said.join(" – ")
}

/// The row of the form in which a value stands.
pub(super) fn row_of(at: &str) -> Option<&'static Row> {
    let mut rows: Vec<&'static Row> = SECTIONS.iter().flat_map(|section| section.rows).collect();
    let mut found = None;
    for part in at.split('.').filter(|part| part.parse::<usize>().is_err()) {
        let Some(row) = rows.iter().find(|row| row.name == part).copied() else { break };
        found = Some(row);
        rows = match &row.kind {
            Kind::Part(inner) | Kind::List(inner) => inner.iter().collect(),
            _ => break,
        };
    }
    found
}

fn shown(value: &Value, kind: Option<&Kind>, lang: Lang) -> Option<String> {
    let word = |value: &str| match kind {
        Some(Kind::Choice(choices) | Kind::Set(choices)) => {
            let known = choices().into_iter().find(|(known, _)| *known == value);
            known.map_or_else(|| value.to_owned(), |(_, word)| say1(lang, &word))
        }
        Some(Kind::Day) => Day::parse(value).map_or(value.to_owned(), |day| day.short(lang)),
        _ => value.to_owned(),
    };
    match value {
        Value::Null => None,
        Value::Bool(yes) => Some(say1(lang, if *yes { "common-yes" } else { "common-no" })),
        Value::Number(number) => Some(match number.as_i64() {
            Some(whole) => digits::grouped(whole, lang),
            None if lang == Lang::Fa => digits::to_persian(&number.to_string()),
            None => number.to_string(),
        }),
        Value::String(text) if text.is_empty() => None,
        Value::String(text) => Some(word(text)),
        Value::Array(values) => {
            let all: Vec<String> =
                values.iter().filter_map(|value| shown(value, kind, lang)).collect();
            (!all.is_empty()).then(|| list(lang, &all))
        }
        object @ Value::Object(_) => Some(object.to_string()),
    }
}

/// The English words of a text or heading, which goes by its Persian ones.
fn saying(changes: &[Change], lang: Lang) -> Option<&str> {
    let is_said = |at: &str| matches!(at, "properties.i18n.en.label" | "properties.i18n.en.text");
    let change = changes.iter().find(|change| lang == Lang::En && is_said(&change.at))?;
    change.is.as_str().or_else(|| change.was.as_str())
}

fn of_form(name: String, changes: &[Change], lang: Lang) -> FieldChange {
    let all = |of: fn(&Change) -> &Value| changes.iter().all(|change| of(change).is_null());
    // What is a component at all has a type.
    let typed = changes.iter().any(|change| change.at == "type");
    let how = match (typed, all(|c| &c.was), all(|c| &c.is)) {
        (true, true, _) => "added",
        (true, _, true) => "removed",
        _ => "changed",
    };
    let view = |change: &Change| ChangeView {
        what: property(&change.at, lang),
        was: shown(&change.was, None, lang),
        is: shown(&change.is, None, lang),
    };
    let changes = if how == "changed" { changes.iter().map(view).collect() } else { Vec::new() };
    FieldChange { how, name, changes }
}

/// `Label (English)` of `properties.i18n.en.label`.
fn property(at: &str, lang: Lang) -> String {
    let english = at.contains("i18n.en.");
    let at = at.trim_start_matches("properties.").trim_start_matches("i18n.en.");
    let first = at.trim_start_matches("validate.").split('.').next().unwrap_or_default();
    let key = format!("services-prop-{}", kebab(first));
    let label = if has(lang, &key) { say1(lang, &key) } else { first.to_owned() };
    if english { say(lang, "services-in-en", &[("label", label.into())]) } else { label }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_goes_by_its_words_in_the_readers_language() {
        let change =
            |at: &str, is: &str| Change { at: at.to_owned(), was: Value::Null, is: is.into() };
        let heading = [change("label", "شرکت"), change("properties.i18n.en.label", "The company")];
        assert_eq!(saying(&heading, Lang::En), Some("The company"));
        assert_eq!(saying(&heading, Lang::Fa), None);
        assert_eq!(saying(&heading[..1], Lang::En), None);
    }
}
