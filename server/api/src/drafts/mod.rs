//! Drafts: where documents wait until the request that they belong to is submitted.

mod view;

use domain::documents::Owner;
use domain::drafts::{self, Draft};
use domain::{DocumentId, DraftId};
use forms::{FileLimits, Kind};
use poem::Request;
use poem_openapi::param::{Header, Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, OpenApi};
use uuid::Uuid;

use crate::client::{Client, commit};
use crate::command::{Once, command, finish, once};
use crate::problem::{Problem, Reply, Shown};
use crate::services::{Tag, named};
use crate::uploads::{self, DocumentView, Sent};
pub(crate) use view::{DraftView, NewDraft};

#[derive(ApiResponse)]
pub(crate) enum Begun {
    #[oai(status = 201)]
    Draft(Json<DraftView>),
}

#[derive(ApiResponse)]
pub(crate) enum Attached {
    #[oai(status = 201)]
    Document(Json<DocumentView>),
}

#[derive(ApiResponse)]
pub(crate) enum Done {
    #[oai(status = 204)]
    Nothing,
}

pub(crate) struct DraftsApi;

#[OpenApi(tag = "Tag::Drafts")]
impl DraftsApi {
    #[oai(path = "/drafts", method = "post", operation_id = "start_draft")]
    async fn start(
        &self,
        client: Client,
        #[oai(name = "Idempotency-Key")] key: Header<String>,
        request: &Request,
        new: Json<NewDraft>,
    ) -> Reply<Begun> {
        let (_, mut scope) = client.enter();
        let command = command(request, &key)?;
        let id = match once(&mut scope, &command).await? {
            Once::Before(draft) => return Ok(Begun::Draft(Json(draft))),
            Once::Now(id) => id,
        };
        let draft = drafts::begin(&mut scope, named(&new.service)?).await?;
        let (draft, documents) = drafts::see(&mut scope, draft).await?;
        let draft = DraftView::of(&draft, &documents);
        finish(scope, id, &draft).await?;
        Ok(Begun::Draft(Json(draft)))
    }

    #[oai(path = "/drafts/:id", method = "get", operation_id = "see_draft")]
    async fn see(&self, client: Client, id: Path<Uuid>) -> Shown<DraftView> {
        let (_, mut scope) = client.enter();
        let (draft, documents) = drafts::see(&mut scope, DraftId(*id)).await?;
        commit(scope).await?;
        Ok(Json(DraftView::of(&draft, &documents)))
    }

    /// The transaction that says what may be sent ends before anything is read.
    #[oai(path = "/drafts/:id/documents", method = "post", operation_id = "attach_document")]
    async fn attach(
        &self,
        client: Client,
        id: Path<Uuid>,
        field: Query<String>,
        sent: Sent,
    ) -> Reply<Attached> {
        let (visit, mut scope) = client.enter();
        let id = DraftId(*id);
        let (draft, _) = drafts::see(&mut scope, id).await?;
        commit(scope).await?;
        let upload = uploads::receive(&visit, sent, (&field, limits(&draft, &field)?)).await?;
        let arrived = uploads::store(&visit, Owner::Draft(id), upload).await?;
        let mut scope = visit.again().await?;
        let (document, told) = (arrived.id, uploads::taken(&arrived));
        match drafts::attach(&mut scope, id, arrived).await {
            Ok(()) => commit(scope).await?,
            Err(error) => return Err(uploads::forget(&visit, document, error).await),
        }
        Ok(Attached::Document(Json(told)))
    }

    #[oai(
        path = "/drafts/:id/documents/:document",
        method = "delete",
        operation_id = "remove_document"
    )]
    async fn remove(&self, client: Client, id: Path<Uuid>, document: Path<Uuid>) -> Reply<Done> {
        let (_, mut scope) = client.enter();
        drafts::remove(&mut scope, DraftId(*id), DocumentId(*document)).await?;
        commit(scope).await?;
        Ok(Done::Nothing)
    }
}

/// What a file field of the draft's form takes.
fn limits<'a>(draft: &'a Draft, field: &str) -> Result<&'a FileLimits, Problem> {
    match draft.service.form.field(field).map(|field| &field.kind) {
        Some(Kind::File(limits)) => Ok(limits),
        _ => Err(Problem::Parameter("field")),
    }
}
