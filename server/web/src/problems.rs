//! Problems of what was typed, as lines of the error summary.

use forms::Problems;
use locale::words::Lang;
use serde::Serialize;

/// One line of the summary on top of a page, linked to its field. For pages that are not drawn from a
/// form definition; a form's view brings its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Line {
    /// The key of the field: the input has the id `f-<key>`.
    pub key: String,
    pub text: String,
}

/// The lines of problems, in the order of the fields that the page names; others follow.
pub fn lines(problems: &Problems, fields: &[&str], lang: Lang) -> Vec<Line> {
    let place = |key: &str| fields.iter().position(|field| *field == key).unwrap_or(fields.len());
    let mut found: Vec<_> = problems.iter().collect();
    found.sort_by_key(|(key, _)| place(key));
    found
        .into_iter()
        .map(|(key, flaw)| Line { key: key.to_owned(), text: flaw.text(lang) })
        .collect()
}
