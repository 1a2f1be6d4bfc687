//! Taking a document in: the bytes to the store first, then into the books. Nothing is acknowledged
//! before both, and what the books refuse does not stay in the store.

use domain::documents::{Arrived, Document, Owner, object_key};
use domain::{DocumentId, Error};
use forms::FileLimits;
use gateways::StoreFault;
use poem::http::header;
use poem::{Body, Request, RequestBody};
use poem_openapi::payload::{ParsePayload, Payload};
use poem_openapi::registry::{MetaSchema, MetaSchemaRef};
use poem_openapi::{Object, impl_apirequest_for_payload};
use uuid::Uuid;
use web::uploads::{FileRule, Limits, Refusal, Upload, receive_bare};

use crate::client::Visit;
use crate::problem::{Misfit, Problem, What, pointer};

/// The one part of the body.
const FILE: &str = "file";

/// A multipart body that has not been read: it is, piece by piece, once the call was let in and what
/// may be sent is known.
pub(crate) struct Sent {
    content_type: String,
    body: Body,
}

/// A document as it lies here.
#[derive(Object)]
#[oai(rename = "Document")]
pub(crate) struct DocumentView {
    id: Uuid,
    field: String,
    name: String,
    media_type: String,
    size: u64,
    sha256: String,
}

impl DocumentView {
    pub(crate) fn of(document: &Document) -> Self {
        Self {
            id: document.id.0,
            field: document.field.clone(),
            name: document.name.clone(),
            media_type: document.media_type.clone(),
            size: document.size,
            sha256: document.sha256_hex(),
        }
    }
}

/// Reads a body that holds one file, as a document for a field.
pub(crate) async fn receive(
    visit: &Visit,
    sent: Sent,
    (field, limits): (&str, &FileLimits),
) -> Result<Upload, Problem> {
    let rule = FileRule { count: 1, ..limits.into() };
    let limits = Limits::default().with(FILE, rule);
    let received = receive_bare(&sent.content_type, sent.body, &limits, &visit.state.spool).await?;
    if let Some(refusal) = received.refusals.first() {
        return Err(refused(refusal));
    }
    let upload = received.files.into_iter().next();
    let upload = upload.ok_or_else(|| misfit("form-file-required"))?;
    Ok(Upload { field: field.to_owned(), ..upload })
}

/// Stores the bytes under an id of their own.
pub(crate) async fn store(visit: &Visit, owner: Owner, upload: Upload) -> Result<Arrived, Problem> {
    let id = DocumentId::new();
    let key = object_key(visit.tenant.id, id);
    let Upload { field, file_name, kind, size, sha256, file } = upload;
    let media_type = kind.media_type();
    let stored = visit.state.store.put_file(&key, file, size, media_type, &sha256).await;
    stored.map_err(away)?;
    Ok(Arrived { id, owner, field, name: file_name, media_type: media_type.into(), size, sha256 })
}

/// The books did not take it, so its bytes do not stay.
pub(crate) async fn forget(visit: &Visit, id: DocumentId, error: Error) -> Problem {
    if let Err(fault) = visit.state.store.delete(&object_key(visit.tenant.id, id)).await {
        tracing::warn!(document = %id, %fault, "an object that nothing refers to stays");
    }
    error.into()
}

pub(crate) fn taken(arrived: &Arrived) -> DocumentView {
    DocumentView {
        id: arrived.id.0,
        field: arrived.field.clone(),
        name: arrived.name.clone(),
        media_type: arrived.media_type.clone(),
        size: arrived.size,
        sha256: hex::encode(arrived.sha256),
    }
}

fn refused(refusal: &Refusal) -> Problem {
    misfit(&format!("upload-{}", refusal.flaw.code()))
}

fn misfit(word: &str) -> Problem {
    let misfit = Misfit { pointer: pointer(&[FILE]), what: What::Word(word.to_owned()) };
    Problem::Invalid(vec![misfit])
}

fn away(fault: StoreFault) -> Problem {
    web::Problem::Unavailable(fault.into()).into()
}

impl Payload for Sent {
    const CONTENT_TYPE: &'static str = "multipart/form-data";

    fn check_content_type(content_type: &str) -> bool {
        content_type.starts_with(Self::CONTENT_TYPE)
    }

    fn schema_ref() -> MetaSchemaRef {
        let file = MetaSchemaRef::Inline(Box::new(MetaSchema::new_with_format("string", "binary")));
        MetaSchemaRef::Inline(Box::new(MetaSchema {
            required: vec![FILE],
            properties: vec![(FILE, file)],
            ..MetaSchema::new("object")
        }))
    }
}

impl ParsePayload for Sent {
    const IS_REQUIRED: bool = true;

    async fn from_request(request: &Request, body: &mut RequestBody) -> poem::Result<Self> {
        let content_type = request.header(header::CONTENT_TYPE).unwrap_or_default().to_owned();
        Ok(Self { content_type, body: body.take()? })
    }
}

impl_apirequest_for_payload!(Sent);
