//! From a sheet to what stands in its form, and back.

use std::collections::BTreeSet;

use domain::catalogue::Sheet;
use forms::Problems;
use locale::jalali::Day;
use serde_json::{Map, Value, json};

use super::rows::{Kind, Row, SECTIONS};
use crate::services::typed::{Reading, Typed};

/// Marks an entry of a list that is to go.
pub(super) const REMOVED: &str = "_remove";

/// What stands in the form of a sheet.
pub(crate) fn flatten(sheet: &Sheet) -> Typed {
    let json = serde_json::to_value(sheet).unwrap_or_default();
    let mut typed = Typed::default();
    for section in SECTIONS {
        rows(&mut typed, "", section.rows, &json);
    }
    typed
}

fn rows(typed: &mut Typed, at: &str, all: &[Row], json: &Value) {
    for row in all {
        let pointer = format!("/{}", row.name.replace('.', "/"));
        let value = json.pointer(&pointer).unwrap_or(&Value::Null);
        put(typed, &join(at, row.name), row, value);
    }
}

fn put(typed: &mut Typed, at: &str, row: &Row, value: &Value) {
    match (&row.kind, value) {
        (_, Value::Null) => {}
        (Kind::Words | Kind::Paragraph, words) => {
            for lang in ["fa", "en"] {
                let text = words.get(lang).and_then(Value::as_str).unwrap_or_default();
                typed.set(format!("{at}.{lang}"), text);
            }
        }
        (Kind::Sentences, Value::Array(sentences)) => {
            for lang in ["fa", "en"] {
                let line = |words: &Value| {
                    words.get(lang).and_then(Value::as_str).unwrap_or_default().to_owned()
                };
                let lines: Vec<String> = sentences.iter().map(line).collect();
                typed.set(format!("{at}.{lang}"), lines.join("\n"));
            }
        }
        (Kind::Set(_), Value::Array(values)) => {
            for value in values.iter().filter_map(Value::as_str) {
                typed.set(format!("{at}.{value}"), "on");
            }
        }
        (Kind::Part(inner), part) => rows(typed, at, inner, part),
        (Kind::List(inner), Value::Array(entries)) => {
            for (no, entry) in entries.iter().enumerate() {
                rows(typed, &format!("{at}.{no}"), inner, entry);
            }
        }
        (Kind::Yes, Value::Bool(true)) => typed.set(at, "on"),
        (Kind::Number(_), Value::Number(number)) if row.open && number.as_i64() == Some(0) => {
            // Nothing of a span is no part of it; a fee of nothing is one.
            typed.set(at, if row.name == "amount" { "0" } else { "" });
        }
        (_, Value::Number(number)) => typed.set(at, number.to_string()),
        (_, Value::String(text)) => typed.set(at, text.as_str()),
        _ => {}
    }
}

/// The sheet that was typed, or what needs another look.
pub(crate) fn read(typed: &Typed) -> Result<Sheet, Problems> {
    let mut reading = Reading::of(typed);
    let mut sheet = Value::Object(Map::new());
    for section in SECTIONS {
        for row in section.rows {
            if let Some(value) = value(&mut reading, row.name, row) {
                place(&mut sheet, row.name, value);
            }
        }
    }
    let sheet = reading.problems.or(sheet)?;
    // Every row was read as the sheet has it; a row too many would be our own mistake.
    serde_json::from_value(sheet)
        .map_err(|_| Problems::one("title.fa", forms::Flaw::new("service-unreadable")))
}

/// `duration.span` is a part of what `duration` gave.
fn place(sheet: &mut Value, name: &str, value: Value) {
    match name.split_once('.') {
        Some((outer, inner)) => sheet[outer][inner] = value,
        None => sheet[name] = value,
    }
}

fn value(reading: &mut Reading<'_>, at: &str, row: &Row) -> Option<Value> {
    match &row.kind {
        Kind::Words | Kind::Paragraph => {
            let blank = || (!row.open).then(|| json!({"fa": ""}));
            reading.words(at).or_else(blank)
        }
        Kind::Sentences => Some(sentences(reading, at)),
        Kind::Plain | Kind::Document => {
            reading.text(at).map(Value::String).or((!row.open).then(|| json!("")))
        }
        Kind::Link => link(reading, at),
        Kind::Choice(choices) => {
            let typed = reading.typed.get(at).to_owned();
            if choices().iter().any(|(value, _)| *value == typed) {
                return Some(json!(typed));
            }
            reading.flaw(at, if typed.is_empty() { "choice-required" } else { "choice-unknown" });
            None
        }
        Kind::Set(choices) => {
            let ticked = |value: &&str| reading.typed.is_ticked(&format!("{at}.{value}"));
            Some(choices().iter().map(|(value, _)| *value).filter(ticked).collect())
        }
        Kind::Yes => Some(json!(reading.typed.is_ticked(at))),
        Kind::Number(most) => {
            if reading.typed.plain(at).is_none() && !row.open {
                reading.flaw(at, "required");
            }
            reading.whole(at, *most).map(|number| json!(number))
        }
        Kind::Day => day(reading, at),
        Kind::Part(rows) => Some(object(reading, at, rows)),
        Kind::List(rows) => Some(list(reading, at, rows)),
    }
}

fn object(reading: &mut Reading<'_>, at: &str, rows: &[Row]) -> Value {
    let mut object = Map::new();
    for row in rows {
        if let Some(value) = value(reading, &join(at, row.name), row) {
            object.insert(row.name.to_owned(), value);
        }
    }
    Value::Object(object)
}

/// The entries that hold something and are not to go.
fn list(reading: &mut Reading<'_>, at: &str, rows: &[Row]) -> Value {
    let mut entries = Vec::new();
    for no in numbers(reading.typed, at) {
        let at = format!("{at}.{no}");
        if !reading.typed.is_ticked(&join(&at, REMOVED)) && says_something(reading.typed, &at, rows)
        {
            entries.push(object(reading, &at, rows));
        }
    }
    Value::Array(entries)
}

/// Which entries of a list were sent, in their order.
pub(super) fn numbers(typed: &Typed, at: &str) -> BTreeSet<usize> {
    let prefix = format!("{at}.");
    let number = |name: &String| name.strip_prefix(&prefix)?.split('.').next()?.parse().ok();
    typed.0.keys().filter_map(number).filter(|no| *no < 200).collect()
}

/// Whether anything was written into an entry: what is chosen from a list says nothing by itself.
pub(super) fn says_something(typed: &Typed, at: &str, rows: &[Row]) -> bool {
    rows.iter().any(|row| {
        let at = join(at, row.name);
        match row.kind {
            Kind::Words | Kind::Paragraph => {
                ["fa", "en"].iter().any(|lang| typed.plain(&format!("{at}.{lang}")).is_some())
            }
            Kind::Plain | Kind::Link | Kind::Number(_) => typed.plain(&at).is_some(),
            _ => false,
        }
    })
}

/// One sentence a line; the line of the same number is its translation.
fn sentences(reading: &mut Reading<'_>, at: &str) -> Value {
    let lines = |text: Option<String>| -> Vec<String> {
        let text = text.unwrap_or_default();
        text.lines().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect()
    };
    let fa = lines(reading.text(&format!("{at}.fa")));
    let en = lines(reading.text(&format!("{at}.en")));
    if en.len() > fa.len() {
        reading.flaw(&format!("{at}.en"), "service-sentences");
    }
    let words = |(no, fa): (usize, &String)| match en.get(no) {
        Some(en) => json!({"fa": fa, "en": en}),
        None => json!({"fa": fa}),
    };
    fa.iter().enumerate().map(words).collect()
}

/// An agency's link leads to a page of the web and never to a script.
fn link(reading: &mut Reading<'_>, at: &str) -> Option<Value> {
    let link = reading.text(at)?;
    let leads = link.starts_with("https://") || link.starts_with("http://");
    if !leads || link.contains(char::is_whitespace) {
        reading.flaw(at, "service-link");
    }
    Some(json!(link))
}

fn day(reading: &mut Reading<'_>, at: &str) -> Option<Value> {
    let typed = reading.typed.plain(at);
    match typed.as_deref().map(Day::parse) {
        Some(Some(day)) => Some(json!(day.to_string())),
        Some(None) => {
            reading.flaw(at, "date-invalid");
            None
        }
        None => {
            reading.flaw(at, "required");
            None
        }
    }
}

pub(super) fn join(at: &str, name: &str) -> String {
    if at.is_empty() { name.to_owned() } else { format!("{at}.{name}") }
}
