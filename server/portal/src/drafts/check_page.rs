//! All answers and documents at one look, before they are handed in.

use domain::documents::Document;
use domain::drafts::Draft;
use forms::Answers;
use locale::words::{Lang, say1};
use serde::Serialize;
use web::Page;
use web::filling::{Row, file_rows, has_files, rows};

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

impl CheckPage {
    pub(crate) fn of(draft: &Draft, documents: &[Document], answers: &Answers, lang: Lang) -> Self {
        let (form, sheet) = (&draft.service.form, &draft.service.sheet);
        Self {
            service: sheet.title.say(lang).to_owned(),
            path: format!("/drafts/{}/submission", draft.id),
            back: if has_files(form) {
                paths::draft_documents(draft.id)
            } else {
                paths::draft(draft.id)
            },
            rows: answers_of(draft, answers, lang),
            files: files_of(draft, documents, lang),
            duration: sheet.duration.text.say(lang).to_owned(),
            deadline: sheet.deadline.text.say(lang).to_owned(),
        }
    }
}

fn answers_of(draft: &Draft, answers: &Answers, lang: Lang) -> Vec<Row> {
    let path = paths::draft(draft.id);
    rows(&draft.service.form, answers, lang, &|key| Some(format!("{path}?from=check#f-{key}")))
}

fn files_of(draft: &Draft, documents: &[Document], lang: Lang) -> Vec<Row> {
    let names = |key: &str| {
        let here = documents.iter().filter(|document| document.field == key);
        here.map(|document| document.name.clone()).collect()
    };
    file_rows(&draft.service.form, lang, &names, &paths::draft_documents(draft.id))
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
