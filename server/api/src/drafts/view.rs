//! A draft as programs read it.

use chrono::{DateTime, Utc};
use domain::documents::Document;
use domain::drafts::Draft;
use poem_openapi::Object;
use uuid::Uuid;

use crate::uploads::DocumentView;

/// A request to be prepared.
#[derive(Object)]
#[oai(deny_unknown_fields)]
pub(crate) struct NewDraft {
    pub(crate) service: String,
}

/// A request that is being prepared.
#[derive(Object)]
#[oai(rename = "Draft")]
pub(crate) struct DraftView {
    id: Uuid,
    service: String,
    documents: Vec<DocumentView>,
    updated_at: DateTime<Utc>,
}

impl DraftView {
    pub(crate) fn of(draft: &Draft, documents: &[Document]) -> Self {
        Self {
            id: draft.id.0,
            service: draft.service.key.clone(),
            documents: documents.iter().map(DocumentView::of).collect(),
            updated_at: draft.updated_at,
        }
    }
}
