//! Visitor, answers and documents at one look, before the request is registered.

use domain::DraftId;
use domain::counter::Visitor;
use domain::documents::Document;
use domain::drafts::Draft;
use forms::{Answers, SummaryRow};
use locale::words::{Lang, say1};
use serde::Serialize;
use web::Page;
use web::filling::{Row, file_rows, has_files, rows};

use crate::paths;

#[derive(Serialize)]
pub(crate) struct CheckPage {
    service: String,
    /// Where registering is sent.
    path: String,
    back: String,
    visitor: Vec<Row>,
    rows: Vec<Row>,
    files: Vec<Row>,
    duration: String,
    deadline: String,
}

impl CheckPage {
    pub(crate) fn of(
        draft: &Draft,
        documents: &[Document],
        (answers, visitor): (&Answers, &Visitor),
        lang: Lang,
    ) -> Self {
        let (form, sheet) = (&draft.service.form, &draft.service.sheet);
        let answered = paths::counter_draft(draft.id);
        let change = |key: &str| Some(format!("{answered}?from=check#f-{key}"));
        let back = if has_files(form) { paths::counter_documents } else { paths::counter_draft };
        Self {
            service: sheet.title.say(lang).to_owned(),
            path: paths::registration(draft.id),
            back: back(draft.id),
            visitor: visitor_rows(visitor, draft.id, lang),
            rows: rows(form, answers, lang, &change),
            files: file_rows(
                form,
                lang,
                &|key| names(documents, key),
                &paths::counter_documents(draft.id),
            ),
            duration: sheet.duration.text.say(lang).to_owned(),
            deadline: sheet.deadline.text.say(lang).to_owned(),
        }
    }
}

fn visitor_rows(visitor: &Visitor, draft: DraftId, lang: Lang) -> Vec<Row> {
    let page = paths::counter_visitor(draft);
    let row = |row: SummaryRow| Row {
        change: Some(format!("{page}#f-{}", row.key)),
        label: row.label,
        value: row.value,
        ltr: row.ltr,
    };
    visitor.summary(lang).into_iter().map(row).collect()
}

fn names(documents: &[Document], field: &str) -> Vec<String> {
    let here = documents.iter().filter(|document| document.field == field);
    here.map(|document| document.name.clone()).collect()
}

impl Page for CheckPage {
    const TEMPLATE: &'static str = "desk/counter/check.html";

    fn samples() -> Vec<Self> {
        let row = |label: &str, value: &str, ltr| Row {
            label: label.into(),
            value: value.into(),
            ltr,
            change: Some("/counter/drafts/1?from=check#f-name".into()),
        };
        let sample = |files: Vec<Row>| Self {
            service: "مجوز ورود فرآوردهٔ آرایشی".into(),
            path: "/counter/drafts/1/registration".into(),
            back: "/counter/drafts/1/documents".into(),
            visitor: vec![row("راه رسیدن درخواست", "حضوری", false)],
            rows: vec![row("نام شرکت", "نمونه", false), row("کد ملی", "1234567890", true)],
            files,
            duration: "حداکثر ۲۰ روز کاری".into(),
            deadline: "برای رفع نقص ۳۰ روز وقت دارید.".into(),
        };
        vec![sample(vec![row("پیش‌فاکتور", "پیش‌فاکتور.pdf", false)]), sample(Vec::new())]
    }

    fn title(&self, lang: Lang) -> String {
        say1(lang, "counter-check-title")
    }
}
