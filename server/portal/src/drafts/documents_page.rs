//! The documents of a draft: for each file field its rules, what lies there, and a form of its own.

use domain::DraftId;
use domain::documents::Document;
use domain::drafts::Draft;
use forms::FieldView;
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

/// A document as a line of its field.
pub(crate) fn file_line(document: &Document) -> FileLine {
    FileLine { id: document.id.0, name: document.name.clone(), size: document.size }
}

impl DocumentsPage {
    pub(crate) fn of(
        draft: &Draft,
        documents: &[Document],
        lang: Lang,
        problems: Vec<Line>,
    ) -> Self {
        let fields = file_views(&draft.service.form, lang, &problems);
        let with = |field: FieldView| {
            let here = documents.iter().filter(|document| document.field == field.key);
            let here = here.map(file_line).collect();
            FileField::new(field, here)
        };
        Self {
            service: draft.service.sheet.title.say(lang).to_owned(),
            path: paths::draft_documents(draft.id),
            back: paths::draft(draft.id),
            check: paths::check(draft.id),
            fields: fields.map(with).collect(),
            problems,
        }
    }
}

impl Page for DocumentsPage {
    const TEMPLATE: &'static str = "portal/drafts/documents.html";

    fn samples() -> Vec<Self> {
        let id = DraftId(uuid::Uuid::nil());
        let sample = |documents: &[FileLine], problems: Vec<Line>| Self {
            service: "مجوز ورود فرآوردهٔ آرایشی".into(),
            path: paths::draft_documents(id),
            back: paths::draft(id),
            check: paths::check(id),
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
        say1(lang, "portal-documents-title")
    }

    fn has_problems(&self) -> bool {
        !self.problems.is_empty()
    }
}
