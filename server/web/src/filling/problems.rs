//! Which page of a form a problem belongs to, and its words there.

use forms::{Field, Form, Kind, Problems};
use locale::text::isolated;
use locale::words::{Lang, say};

use crate::problems::Line;

/// Whether any problem lies with a field that is typed into, and not with a file.
pub fn concern_typed(form: &Form, problems: &Problems) -> bool {
    let mut typed = form.fields().filter(|field| !matches!(field.kind, Kind::File(_)));
    typed.any(|field| problems.get(&field.key).is_some())
}

/// The problems of the file fields, in the form's order.
pub fn file_lines(form: &Form, problems: &Problems, lang: Lang) -> Vec<Line> {
    let line = |field: &Field| {
        let reason = problems.text(lang, &field.key)?;
        let text = named(field.label.get(lang), reason, lang);
        Some(Line { key: field.key.clone(), text })
    };
    form.fields().filter_map(line).collect()
}

/// A problem with the name of the file that has it, which is its sender's and in their language.
pub fn of_file(name: &str, reason: String, lang: Lang) -> String {
    named(&isolated(name), reason, lang)
}

/// A problem with the name of what has it: in a summary of several it must say which.
pub fn named(name: &str, reason: String, lang: Lang) -> String {
    say(lang, "filling-file-refused", &[("name", name.into()), ("reason", reason.into())])
}
