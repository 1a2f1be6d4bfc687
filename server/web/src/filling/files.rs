//! The file fields of a form: their rules, and what lies in them.

use forms::{Field, FieldView, FileLimits, FileType, Form, ItemView, Kind, Problems, Typed};
use locale::words::Lang;
use serde::Serialize;
use uuid::Uuid;

use crate::problems::Line;
use crate::uploads::{self, FileRule, Limits};

/// A file field with what lies in it.
#[derive(Serialize)]
pub struct FileField {
    field: FieldView,
    documents: Vec<FileLine>,
    /// Whether there is no room for another file.
    full: bool,
}

/// A file that was handed in.
#[derive(Clone, Serialize)]
pub struct FileLine {
    pub id: Uuid,
    pub name: String,
    /// In bytes.
    pub size: u64,
}

impl FileField {
    pub fn new(field: FieldView, documents: Vec<FileLine>) -> Self {
        let full = field.max_files.is_some_and(|most| documents.len() >= most);
        Self { field, documents, full }
    }

    pub fn key(&self) -> &str {
        &self.field.key
    }
}

impl FileLine {
    /// For the samples of pages.
    pub fn sample() -> Self {
        Self { id: Uuid::nil(), name: "پیش‌فاکتور.pdf".into(), size: 102_400 }
    }
}

/// The file fields of a form as they are drawn, each with the first thing wrong with it.
pub fn file_views(form: &Form, lang: Lang, problems: &[Line]) -> impl Iterator<Item = FieldView> {
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
pub fn file_fields(form: &Form) -> impl Iterator<Item = (&Field, &FileLimits)> {
    form.fields().filter_map(|field| match &field.kind {
        Kind::File(limits) => Some((field, limits)),
        _ => None,
    })
}

pub fn has_files(form: &Form) -> bool {
    file_fields(form).next().is_some()
}

/// What one request with files for this form may hold.
pub fn limits(form: &Form) -> Limits {
    let files = file_fields(form);
    files.fold(Limits::default(), |all, (field, limits)| all.with(&field.key, rule(limits)))
}

/// What a file field takes.
pub fn rule(limits: &FileLimits) -> FileRule {
    let kind = |accepted: &FileType| match accepted {
        FileType::Pdf => uploads::Kind::Pdf,
        FileType::Jpg => uploads::Kind::Jpg,
        FileType::Png => uploads::Kind::Png,
    };
    FileRule {
        count: limits.max_files,
        bytes: limits.max_bytes,
        kinds: limits.accept.iter().map(kind).collect(),
    }
}
