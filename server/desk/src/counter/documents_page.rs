//! The documents of a draft at the counter: for each file field its rules, what lies there, and a
//! form of its own.

use domain::DraftId;
use domain::documents::Document;
use domain::drafts::Draft;
use locale::words::{Lang, say1};
use serde::Serialize;
use web::Page;
use web::filling::{FileField, FileLine, file_views, sample_form};
use web::problems::Line;

use crate::paths;

#[derive(Serialize)]
pub(crate) struct DocumentsPage {
    service: String,
    /// Where files are sent; the documents stand below it.
    path: String,
    back: String,
    check: String,
    fields: Vec<FileField>,
    problems: Vec<Line>,
}

impl DocumentsPage {
    pub(crate) fn of(
        draft: &Draft,
        documents: &[Document],
        lang: Lang,
        problems: Vec<Line>,
    ) -> Self {
        let line = |document: &Document| FileLine {
            id: document.id.0,
            name: document.name.clone(),
            size: document.size,
        };
        let fields = file_views(&draft.service.form, lang, &problems).map(|field| {
            let here = documents.iter().filter(|document| document.field == field.key);
            let here = here.map(line).collect();
            FileField::new(field, here)
        });
        Self {
            service: draft.service.sheet.title.say(lang).to_owned(),
            path: paths::counter_documents(draft.id),
            back: paths::counter_draft(draft.id),
            check: paths::counter_check(draft.id),
            fields: fields.collect(),
            problems,
        }
    }
}

impl Page for DocumentsPage {
    const TEMPLATE: &'static str = "desk/counter/documents.html";

    fn samples() -> Vec<Self> {
        let id = DraftId(uuid::Uuid::nil());
        let sample = |documents: &[FileLine], problems: Vec<Line>| Self {
            service: "مجوز ورود فرآوردهٔ آرایشی".into(),
            path: paths::counter_documents(id),
            back: paths::counter_draft(id),
            check: paths::counter_check(id),
            fields: file_views(&sample_form(), Lang::Fa, &problems)
                .map(|field| FileField::new(field, documents.to_vec()))
                .collect(),
            problems,
        };
        let wrong = vec![Line {
            key: "proforma".into(),
            text: "«عکس.gif»: نوع این پرونده پذیرفته نیست.".into(),
        }];
        let line = FileLine::sample();
        vec![sample(&[], Vec::new()), sample(&[], wrong), sample(&[line.clone(), line], Vec::new())]
    }

    fn title(&self, lang: Lang) -> String {
        say1(lang, "counter-documents-title")
    }

    fn has_problems(&self) -> bool {
        !self.problems.is_empty()
    }
}
