//! A form that comes back to its page: with problems, or because its sender had to sign in.

use domain::{CaseId, Refusal};
use forms::Problems;
use locale::words::{Lang, say1};
use poem::http::StatusCode;
use serde::Serialize;
use web::refusals;

use super::Sent;

/// The inputs of the forms and the words for what they are.
const LABELS: [(&str, &str); 9] = [
    ("items", "desk-missing-items"),
    ("note", "desk-missing-note"),
    ("reason", "desk-decision-reason"),
    ("text", "desk-decision-text"),
    ("from", "desk-refer-from"),
    ("to", "desk-refer-to"),
    ("action", "desk-refer-action"),
    ("due", "desk-refer-due"),
    ("answer", "desk-answer"),
];

/// A line of the error summary, linked to its input.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Line {
    /// The end of the input's id.
    pub(super) key: String,
    pub(super) label: Option<String>,
    pub(super) text: String,
}

/// What was typed, what is wrong with it and why it is back.
pub(crate) struct Filled {
    pub(super) sent: Sent,
    /// By input name.
    problems: Vec<(String, String)>,
    status: StatusCode,
}

impl Filled {
    /// Its sender signed in again; nothing of it was tried yet.
    pub(crate) fn returned(sent: Sent) -> Self {
        Self { sent, problems: Vec::new(), status: StatusCode::OK }
    }

    pub(super) fn invalid(sent: Sent, problems: &Problems, lang: Lang) -> Self {
        let problems = problems.iter().map(|(key, flaw)| (key.to_owned(), flaw.text(lang)));
        Self { sent, problems: problems.collect(), status: StatusCode::UNPROCESSABLE_ENTITY }
    }

    pub(super) fn refused(sent: Sent, refusal: &Refusal, lang: Lang) -> Self {
        let said = refusals::say(refusal, lang);
        Self {
            sent,
            problems: vec![(input(refusal).to_owned(), said)],
            status: StatusCode::CONFLICT,
        }
    }

    pub(super) fn status(&self) -> StatusCode {
        self.status
    }

    pub(super) fn is_returned(&self) -> bool {
        self.status == StatusCode::OK
    }

    pub(super) fn case(&self) -> CaseId {
        self.sent.case
    }

    pub(super) fn back(&self) -> &str {
        self.sent.back()
    }

    pub(super) fn problem(&self, name: &str) -> Option<&str> {
        self.problems.iter().find(|(input, _)| input == name).map(|(_, words)| words.as_str())
    }

    /// The error summary.
    pub(super) fn lines(&self, lang: Lang) -> Vec<Line> {
        let key = self.sent.key();
        let line = |(input, words): &(String, String)| Line {
            key: format!("{key}-{input}"),
            label: label(input, lang),
            text: words.clone(),
        };
        self.problems.iter().map(line).collect()
    }
}

/// Whether the same form can still be sent, now or with another choice.
pub(super) fn can_be_mended(refusal: &Refusal) -> bool {
    matches!(refusal, Refusal::Busy | Refusal::ReferToOneself)
}

/// The input that a refusal speaks of.
fn input(refusal: &Refusal) -> &'static str {
    match refusal {
        Refusal::ReferToOneself => "to",
        _ => "form",
    }
}

fn label(input: &str, lang: Lang) -> Option<String> {
    LABELS.iter().find(|(name, _)| *name == input).map(|(_, key)| say1(lang, key))
}
