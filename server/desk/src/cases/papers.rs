//! What a case holds on paper: documents, requests for more of them, the decision.

use chrono::{DateTime, Utc};
use domain::cases::{CaseFile, DocumentRequest, Item, listed_title};
use domain::documents::{Document, Owner};
use locale::text::isolated;
use locale::words::Lang;
use serde::Serialize;

use super::Look;
use crate::paths;

#[derive(Debug, Clone, Serialize)]
pub(super) struct DocumentView {
    /// Which document it is, as the form or the request calls it.
    pub(super) label: String,
    /// As the applicant called the file.
    pub(super) name: String,
    pub(super) kind: String,
    /// In bytes.
    pub(super) size: u64,
    pub(super) arrived_at: DateTime<Utc>,
    pub(super) link: String,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct RequestView {
    pub(super) items: Vec<String>,
    pub(super) note: String,
    pub(super) asked_at: DateTime<Utc>,
    pub(super) due_at: DateTime<Utc>,
    pub(super) late: bool,
    pub(super) answered_at: Option<DateTime<Utc>>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct DecisionView {
    pub(super) reason: Option<String>,
    pub(super) text: String,
    pub(super) decided_at: DateTime<Utc>,
}

pub(super) fn documents(file: &CaseFile, lang: Lang) -> Vec<DocumentView> {
    let view = |document: &Document| DocumentView {
        label: label(file, document, lang),
        name: document.name.clone(),
        kind: kind(&document.media_type),
        size: document.size,
        arrived_at: document.staged_at,
        link: paths::document(file.id, document.id),
    };
    file.documents.iter().map(view).collect()
}

fn label(file: &CaseFile, document: &Document, lang: Lang) -> String {
    let named = match document.owner {
        Owner::Draft(_) => {
            let field = file.service.form.field(&document.field);
            field.map(|field| field.label.get(lang).to_owned())
        }
        Owner::Request(id) => {
            let request = file.requests.iter().find(|request| request.id == id);
            let item = request.and_then(|r| r.items.iter().find(|i| i.key == document.field));
            item.map(|item| title(file, item, lang))
        }
    };
    named.unwrap_or_else(|| document.field.clone())
}

/// What a document was asked for by: in the reader's language where the service lists it.
fn title(file: &CaseFile, item: &Item, lang: Lang) -> String {
    let listed = listed_title(&file.service.sheet, item, lang);
    listed.map_or_else(|| isolated(&item.title), str::to_owned)
}

/// `application/pdf` is a PDF to everybody.
fn kind(media_type: &str) -> String {
    media_type.rsplit('/').next().unwrap_or_default().to_ascii_uppercase()
}

/// What the applicant was asked for, the latest first.
pub(super) fn requests(file: &CaseFile, look: &Look) -> Vec<RequestView> {
    let view = |request: &DocumentRequest| RequestView {
        items: request.items.iter().map(|item| title(file, item, look.lang)).collect(),
        note: request.note.clone(),
        asked_at: request.asked_at,
        due_at: request.due_at,
        late: request.answered_at.is_none() && look.is_past(Some(request.due_at)),
        answered_at: request.answered_at,
    };
    file.requests.iter().rev().map(view).collect()
}

pub(super) fn decision(file: &CaseFile, lang: Lang) -> Option<DecisionView> {
    let (decision, reason, _) = file.decision.as_ref()?;
    Some(DecisionView {
        reason: reason.as_ref().map(|text| text.say(lang).to_owned()),
        text: decision.text.clone(),
        decided_at: decision.decided_at,
    })
}
