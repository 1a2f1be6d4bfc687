//! What was asked for can no longer be done: why, and what was typed, so that nothing is lost.

use domain::{CaseId, Refusal};
use locale::words::{Lang, say1};
use poem::http::StatusCode;
use serde::Serialize;
use web::{Answer, Page, Reply, refusals};

use super::Sent;
use crate::paths;

/// The inputs into which people write, with the words for what they are.
const WRITTEN: [(&str, &str); 5] = [
    ("text", "desk-decision-text"),
    ("note", "desk-missing-note"),
    ("others", "desk-missing-others"),
    ("order", "desk-refer-order"),
    ("answer", "desk-answer"),
];

#[derive(Serialize)]
pub(crate) struct NotDonePage {
    why: String,
    case: String,
    back: String,
    written: Vec<Written>,
}

#[derive(Serialize)]
struct Written {
    label: String,
    text: String,
}

impl NotDonePage {
    pub(super) fn of(sent: &Sent, refusal: &Refusal, lang: Lang) -> Self {
        let written = WRITTEN.into_iter().filter_map(|(name, label)| {
            let text = sent.text(name);
            (!text.is_empty()).then(|| Written { label: say1(lang, label), text })
        });
        Self {
            why: refusals::say(refusal, lang),
            case: paths::case_from(sent.case, sent.back()),
            back: sent.back().to_owned(),
            written: written.collect(),
        }
    }

    pub(super) fn answer(&self) -> Answer {
        Reply::page(StatusCode::CONFLICT, self)
    }
}

impl Page for NotDonePage {
    const TEMPLATE: &'static str = "desk/cases/not_done.html";

    fn samples() -> Vec<Self> {
        let sample = |written| Self {
            why: "این کار را پیش‌تر مهتاب گلریزفر در چهارشنبه ۶ خرداد انجام داده است.".into(),
            case: paths::case(CaseId::new()),
            back: "/cartable/1".into(),
            written,
        };
        let text = "با درخواست شما موافقت می‌شود.".to_owned();
        vec![sample(Vec::new()), sample(vec![Written { label: "متن پاسخ".into(), text }])]
    }

    fn title(&self, lang: Lang) -> String {
        say1(lang, "desk-not-done-title")
    }
}
