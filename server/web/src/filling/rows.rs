//! The look at everything: answers and files as rows of a summary list.

use forms::{Answers, Form};
use locale::words::{Lang, say1};
use serde::Serialize;

use super::file_fields;

/// A row of a summary list, with the way to change it.
#[derive(Serialize)]
pub struct Row {
    pub label: String,
    pub value: String,
    pub ltr: bool,
    pub change: Option<String>,
}

/// The answers as rows; `change` says where the field of a key is changed, if anywhere.
pub fn rows(
    form: &Form,
    answers: &Answers,
    lang: Lang,
    change: &dyn Fn(&str) -> Option<String>,
) -> Vec<Row> {
    form.summary(lang, answers)
        .into_iter()
        .map(|row| Row {
            change: change(&row.key),
            label: row.label,
            value: row.value,
            ltr: row.ltr,
        })
        .collect()
}

/// The file fields as rows; `names` says what lies in the field of a key, `page` where it is changed.
pub fn file_rows(
    form: &Form,
    lang: Lang,
    names: &dyn Fn(&str) -> Vec<String>,
    page: &str,
) -> Vec<Row> {
    let none = || say1(lang, "filling-no-file");
    let row = |key: &str, label: &str| {
        let names = names(key);
        Row {
            label: label.to_owned(),
            value: if names.is_empty() { none() } else { names.join("\n") },
            ltr: false,
            change: Some(format!("{page}#f-{key}")),
        }
    };
    file_fields(form).map(|(field, _)| row(&field.key, field.label.get(lang))).collect()
}
