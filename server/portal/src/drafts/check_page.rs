//! All answers and documents at one look, before they are handed in.

use domain::DraftId;
use domain::documents::Document;
use domain::drafts::Draft;
use forms::{Answers, Form, Kind};
use locale::words::{Lang, say1};
use serde::Serialize;
use web::Page;

use crate::paths;

#[derive(Serialize)]
pub(crate) struct CheckPage {
    service: String,
    /// Where handing in is sent.
    path: String,
    back: String,
    rows: Vec<Row>,
    files: Vec<Row>,
    duration: String,
    deadline: String,
}

/// A row of a summary list, with the way to change it.
#[derive(Serialize)]
pub(crate) struct Row {
    pub(crate) label: String,
    pub(crate) value: String,
    pub(crate) ltr: bool,
    pub(crate) change: Option<String>,
}

impl CheckPage {
    pub(crate) fn of(draft: &Draft, documents: &[Document], answers: &Answers, lang: Lang) -> Self {
        let (form, sheet) = (&draft.service.form, &draft.service.sheet);
        Self {
            service: sheet.title.say(lang).to_owned(),
            path: format!("/drafts/{}/submission", draft.id),
            back: if super::documents_page::has_files(form) {
                paths::draft_documents(draft.id)
            } else {
                paths::draft(draft.id)
            },
            rows: rows(form, answers, lang, Some(draft.id)),
            files: files(form, documents, draft.id, lang),
            duration: sheet.duration.text.say(lang).to_owned(),
            deadline: sheet.deadline.text.say(lang).to_owned(),
        }
    }
}

/// The answers as rows; with the id of a draft, each with its way back to the question.
pub(crate) fn rows(form: &Form, answers: &Answers, lang: Lang, draft: Option<DraftId>) -> Vec<Row> {
    let change = |key: &str| draft.map(|id| format!("{}?from=check#f-{key}", paths::draft(id)));
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

fn files(form: &Form, documents: &[Document], id: DraftId, lang: Lang) -> Vec<Row> {
    let fields = form.fields().filter(|field| matches!(field.kind, Kind::File(_)));
    fields
        .map(|field| {
            let names: Vec<&str> = documents
                .iter()
                .filter(|document| document.field == field.key)
                .map(|document| document.name.as_str())
                .collect();
            let none = || say1(lang, "portal-no-file");
            Row {
                label: field.label.get(lang).to_owned(),
                value: if names.is_empty() { none() } else { names.join("\n") },
                ltr: false,
                change: Some(format!("{}#f-{}", paths::draft_documents(id), field.key)),
            }
        })
        .collect()
}

impl Page for CheckPage {
    const TEMPLATE: &'static str = "portal/drafts/check.html";

    fn samples() -> Vec<Self> {
        let row = |label: &str, value: &str, ltr| Row {
            label: label.into(),
            value: value.into(),
            ltr,
            change: Some("/drafts/1?from=check#f-name".into()),
        };
        vec![Self {
            service: "مجوز ورود فرآوردهٔ آرایشی".into(),
            path: "/drafts/1/submission".into(),
            back: "/drafts/1/documents".into(),
            rows: vec![row("نام شرکت", "نمونه", false), row("کد ملی", "1234567890", true)],
            files: vec![row("پیش‌فاکتور", "پیش‌فاکتور.pdf", false)],
            duration: "حداکثر ۲۰ روز کاری".into(),
            deadline: "برای رفع نقص ۳۰ روز وقت دارید.".into(),
        }]
    }

    fn title(&self, lang: Lang) -> String {
        say1(lang, "portal-check-title")
    }
}
