//! The documents of a draft: for each file field its rules, what lies there, and a form of its own.

use domain::documents::Document;
use domain::drafts::Draft;
use domain::{DocumentId, DraftId};
use forms::{Field, FieldView, FileLimits, Form, ItemView, Kind, Problems, Typed};
use locale::words::{Lang, say1};
use serde::Serialize;
use web::Page;
use web::problems::Line;

use crate::paths;

#[derive(Serialize)]
pub(crate) struct DocumentsPage {
    service: String,
    /// Where files are sent; the documents stand below it.
    path: String,
    back: String,
    check: String,
    fields: Vec<FileFieldView>,
    problems: Vec<Line>,
}

/// A file field with what lies in it.
#[derive(Serialize)]
pub(crate) struct FileFieldView {
    field: FieldView,
    documents: Vec<DocumentLine>,
    /// Whether there is no room for another file.
    full: bool,
}

/// A document that was handed in.
#[derive(Clone, Serialize)]
pub(crate) struct DocumentLine {
    pub(crate) id: DocumentId,
    pub(crate) name: String,
    /// In bytes.
    pub(crate) size: u64,
}

impl DocumentLine {
    pub(crate) fn of(document: &Document) -> Self {
        Self { id: document.id, name: document.name.clone(), size: document.size }
    }

    pub(crate) fn sample() -> Self {
        Self {
            id: DocumentId(uuid::Uuid::nil()), name: "پیش‌فاکتور.pdf".into(), size: 102_400
        }
    }
}

impl DocumentsPage {
    pub(crate) fn of(
        draft: &Draft,
        documents: &[Document],
        lang: Lang,
        problems: Vec<Line>,
    ) -> Self {
        let fields = views(&draft.service.form, lang, &problems);
        let with = |field: FieldView| {
            let here = documents.iter().filter(|document| document.field == field.key);
            let here = here.map(DocumentLine::of).collect();
            FileFieldView::new(field, here)
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

impl FileFieldView {
    pub(crate) fn new(field: FieldView, documents: Vec<DocumentLine>) -> Self {
        let full = field.max_files.is_some_and(|most| documents.len() >= most);
        Self { field, documents, full }
    }
}

/// The file fields of a form as they are drawn, each with the first thing wrong with it.
fn views(form: &Form, lang: Lang, problems: &[Line]) -> impl Iterator<Item = FieldView> {
    let items = form.view(lang, &Typed::default(), &Problems::default()).items;
    items.into_iter().filter_map(|item| match item {
        ItemView::Field(mut field) if field.kind == "file" => {
            let wrong = problems.iter().find(|problem| problem.key == field.key);
            field.problem = wrong.map(|problem| problem.text.clone());
            Some(*field)
        }
        _ => None,
    })
}

/// The file fields of a form with their limits.
pub(crate) fn file_fields(form: &Form) -> impl Iterator<Item = (&Field, &FileLimits)> {
    form.fields().filter_map(|field| match &field.kind {
        Kind::File(limits) => Some((field, limits)),
        _ => None,
    })
}

pub(crate) fn has_files(form: &Form) -> bool {
    file_fields(form).next().is_some()
}

/// A small form with a field of each way of being drawn, for the samples of pages.
pub(crate) fn sample_form() -> Form {
    let required = serde_json::json!({ "required": true });
    let json = serde_json::json!({
        "type": "default", "schemaVersion": 19, "id": "sample",
        "components": [
            { "type": "textfield", "key": "name", "label": "نام شرکت", "validate": required },
            { "type": "nationalId", "key": "nationalCode", "label": "کد ملی مدیرعامل", "validate": required },
            { "type": "date", "key": "since", "label": "تاریخ تأسیس", "validate": required },
            { "type": "radio", "key": "kind", "label": "نوع فرآورده", "validate": required,
              "values": [{ "value": "a", "label": "آرایشی" }, { "value": "b", "label": "بهداشتی" }] },
            { "type": "checkbox", "key": "agree", "label": "اطلاعات درست است", "validate": required },
            { "type": "filepicker", "key": "proforma", "label": "پیش‌فاکتور", "validate": required,
              "properties": { "maxFiles": 2, "maxBytes": 5_242_880, "accept": ["pdf", "jpg"] } }
        ]
    });
    Form::parse(&json).expect("the sample follows the rules of forms")
}

impl Page for DocumentsPage {
    const TEMPLATE: &'static str = "portal/drafts/documents.html";

    fn samples() -> Vec<Self> {
        let id = DraftId(uuid::Uuid::nil());
        let sample = |documents: &[DocumentLine], problems: Vec<Line>| Self {
            service: "مجوز ورود فرآوردهٔ آرایشی".into(),
            path: paths::draft_documents(id),
            back: paths::draft(id),
            check: paths::check(id),
            fields: views(&sample_form(), Lang::Fa, &problems)
                .map(|field| FileFieldView::new(field, documents.to_vec()))
                .collect(),
            problems,
        };
        let wrong = vec![Line {
            key: "proforma".into(),
            text: "«عکس.gif»: نوع این پرونده پذیرفته نیست.".into(),
        }];
        let line = DocumentLine::sample();
        vec![sample(&[], Vec::new()), sample(&[], wrong), sample(&[line.clone(), line], Vec::new())]
    }

    fn title(&self, lang: Lang) -> String {
        say1(lang, "portal-documents-title")
    }

    fn has_problems(&self) -> bool {
        !self.problems.is_empty()
    }
}
