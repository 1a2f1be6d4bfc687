//! The documents of a request: fetched, and sent where they were asked for.

use domain::documents::Owner;
use domain::{CaseId, DocumentId, cases};
use poem_openapi::param::{Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::{Object, OpenApi};
use uuid::Uuid;
use web::Surface;

use crate::client::{Client, commit};
use crate::drafts::{Attached, Done};
use crate::problem::{Problem, Reply, Shown};
use crate::services::Tag;
use crate::uploads::{self, Sent};

/// Seconds for which a link opens.
const OPENS_FOR: u32 = 60;

/// Where a document's bytes are, once and for a minute.
#[derive(Object)]
pub(crate) struct Link {
    url: String,
    expires_in: u32,
}

pub(crate) struct DocumentsApi;

#[OpenApi(tag = "Tag::Documents")]
impl DocumentsApi {
    #[oai(
        path = "/requests/:id/documents/:document",
        method = "get",
        operation_id = "fetch_document"
    )]
    async fn fetch(&self, client: Client, id: Path<Uuid>, document: Path<Uuid>) -> Shown<Link> {
        let (visit, mut scope) = client.enter();
        let (case, document) = (CaseId(*id), DocumentId(*document));
        let ticket = cases::fetch_document(&mut scope, case, document).await?;
        commit(scope).await?;
        let origin = visit.state.places.origin(Surface::Files, &visit.tenant.slug);
        Ok(Json(Link { url: format!("{origin}/d/{ticket}"), expires_in: OPENS_FOR }))
    }

    /// The transaction that says what may be sent ends before anything is read.
    #[oai(path = "/requests/:id/documents", method = "post", operation_id = "send_document")]
    async fn send(
        &self,
        client: Client,
        id: Path<Uuid>,
        field: Query<String>,
        sent: Sent,
    ) -> Reply<Attached> {
        let (visit, mut scope) = client.enter();
        let case = CaseId(*id);
        let (service, asked) = cases::asked_for(&mut scope, case).await?;
        commit(scope).await?;
        if !asked.items.iter().any(|item| item.key == *field) {
            return Err(Problem::Parameter("field"));
        }
        let limits = cases::limits_of(&service.form, &field);
        let upload = uploads::receive(&visit, sent, (&field, &limits)).await?;
        let arrived = uploads::store(&visit, Owner::Request(asked.id), upload).await?;
        let mut scope = visit.again().await?;
        let (document, told) = (arrived.id, uploads::taken(&arrived));
        match cases::attach_supply(&mut scope, case, arrived).await {
            Ok(()) => commit(scope).await?,
            Err(error) => return Err(uploads::forget(&visit, document, error).await),
        }
        Ok(Attached::Document(Json(told)))
    }

    #[oai(
        path = "/requests/:id/documents/:document",
        method = "delete",
        operation_id = "take_document_back"
    )]
    async fn take_back(&self, client: Client, id: Path<Uuid>, document: Path<Uuid>) -> Reply<Done> {
        let (_, mut scope) = client.enter();
        cases::remove_supply(&mut scope, CaseId(*id), DocumentId(*document)).await?;
        commit(scope).await?;
        Ok(Done::Nothing)
    }
}
