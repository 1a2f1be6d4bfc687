//! The documents that were asked for, each drawn like a file field of a form.

use chrono::{DateTime, Utc};
use domain::cases::{Item, OpenRequest, limits_of, listed_title};
use domain::catalogue::{Service, Sheet};
use forms::{FieldView, FileLimits, Form};
use locale::text::isolated;
use locale::words::{Lang, list, say};
use serde::Serialize;
use uuid::Uuid;
use web::filling::{FileField, FileLine, sample_form};
use web::problems::Line;

use crate::drafts::file_line;

/// What is still to be handed in.
#[derive(Serialize)]
pub(super) struct AskedView {
    note: String,
    due_at: DateTime<Utc>,
    items: Vec<FileField>,
    /// Minted with the page, so that handing in twice is handing in once.
    command: Uuid,
}

impl AskedView {
    pub(super) fn of(
        asked: &OpenRequest,
        service: &Service,
        lang: Lang,
        problems: &[Line],
    ) -> Self {
        let item = |item: &Item| {
            let here = asked.staged.iter().filter(|document| document.field == item.key);
            let documents: Vec<_> = here.map(file_line).collect();
            let asked_for = (item.key.as_str(), title(&service.sheet, item, lang));
            FileField::new(field(&service.form, asked_for, lang, problems), documents)
        };
        Self {
            note: asked.request.note.clone(),
            due_at: asked.request.due_at,
            items: asked.request.items.iter().map(item).collect(),
            command: Uuid::new_v4(),
        }
    }

    pub(super) fn sample(problems: &[Line]) -> Self {
        let form = sample_form();
        let view = |key: &str, documents| {
            let asked_for = (key, format!("گواهی ({key})"));
            FileField::new(field(&form, asked_for, Lang::Fa, problems), documents)
        };
        Self {
            note: "گواهی خوانا نبود.".into(),
            due_at: DateTime::UNIX_EPOCH,
            items: vec![view("proforma", vec![FileLine::sample()]), view("other-1", Vec::new())],
            command: Uuid::nil(),
        }
    }
}

/// What a document is asked for by: in the reader's language where the service lists it.
pub(super) fn title(sheet: &Sheet, item: &Item, lang: Lang) -> String {
    listed_title(sheet, item, lang).map_or_else(|| isolated(&item.title), str::to_owned)
}

/// A document that was asked for, drawn like a file field of a form.
fn field(form: &Form, (key, label): (&str, String), lang: Lang, problems: &[Line]) -> FieldView {
    let limits = limits_of(form, key);
    let problem = problems.iter().find(|problem| problem.key == key);
    FieldView {
        key: key.to_owned(),
        name: key.to_owned(),
        kind: "file",
        label,
        hint: None,
        required: true,
        value: String::new(),
        date: None,
        options: Vec::new(),
        problem: problem.map(|problem| problem.text.clone()),
        ltr: false,
        inputmode: None,
        autocomplete: None,
        max_length: None,
        unit: None,
        accept: limits.accept.iter().map(ToString::to_string).collect(),
        max_bytes: Some(limits.max_bytes),
        max_files: Some(limits.max_files),
        limits: Some(in_words(&limits, lang)),
    }
}

fn in_words(limits: &FileLimits, lang: Lang) -> String {
    let types: Vec<_> = limits.accept.iter().map(|kind| kind.to_string().to_uppercase()).collect();
    let values = [
        ("count", limits.max_files.into()),
        ("types", list(lang, &types).into()),
        ("size", locale::size::bytes(limits.max_bytes, lang).into()),
    ];
    say(lang, "form-file-limits", &values)
}
