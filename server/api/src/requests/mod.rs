//! Requests: submitting, following, handing in what was asked for, taking back.

mod documents;
mod list;
mod submit;
mod view;

use domain::{CaseId, cases};
use poem::Request;
use poem_openapi::param::{Header, Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, OpenApi};
use uuid::Uuid;

use crate::client::{Client, commit};
use crate::command::{Once, command, finish, once};
use crate::drafts::Done;
use crate::problem::{Reply, Shown};
use crate::services::Tag;
pub(crate) use documents::DocumentsApi;
pub(crate) use list::RequestList;
pub(crate) use submit::{NewRequest, Submitted};
pub(crate) use view::{Office, RequestView};

#[derive(ApiResponse)]
pub(crate) enum Opened {
    #[oai(status = 201)]
    Case(Json<Submitted>),
}

pub(crate) struct RequestsApi;

#[OpenApi(tag = "Tag::Requests")]
impl RequestsApi {
    #[oai(path = "/requests", method = "post", operation_id = "submit_request")]
    async fn submit(
        &self,
        client: Client,
        #[oai(name = "Idempotency-Key")] key: Header<String>,
        request: &Request,
        new: Json<NewRequest>,
    ) -> Reply<Opened> {
        let (_, mut scope) = client.enter();
        let command = command(request, &key)?;
        let id = match once(&mut scope, &command).await? {
            Once::Before(submitted) => return Ok(Opened::Case(Json(submitted))),
            Once::Now(id) => id,
        };
        let submitted = submit::submit(&mut scope, new.0).await?;
        finish(scope, id, &submitted).await?;
        Ok(Opened::Case(Json(submitted)))
    }

    #[oai(path = "/requests", method = "get", operation_id = "list_requests")]
    async fn list(
        &self,
        client: Client,
        #[oai(validator(minimum(value = "1"), maximum(value = "100")))] limit: Query<Option<u16>>,
        after: Query<Option<String>>,
    ) -> Shown<RequestList> {
        let (visit, mut scope) = client.enter();
        let page = list::page(&mut scope, after.0.as_deref(), limit.0, visit.lang).await?;
        commit(scope).await?;
        Ok(Json(page))
    }

    #[oai(path = "/requests/:id", method = "get", operation_id = "see_request")]
    async fn see(&self, client: Client, id: Path<Uuid>) -> Shown<RequestView> {
        let (visit, mut scope) = client.enter();
        let case = cases::follow(&mut scope, CaseId(*id)).await?;
        commit(scope).await?;
        Ok(Json(RequestView::of(&case, visit.lang)))
    }

    #[oai(path = "/requests/:id/supply", method = "post", operation_id = "supply_documents")]
    async fn supply(
        &self,
        client: Client,
        id: Path<Uuid>,
        #[oai(name = "Idempotency-Key")] key: Header<String>,
        request: &Request,
    ) -> Reply<Done> {
        let (_, mut scope) = client.enter();
        let command = command(request, &key)?;
        if let Once::Now(command) = once::<bool>(&mut scope, &command).await? {
            cases::supply(&mut scope, CaseId(*id), command).await?;
            finish(scope, command, &true).await?;
        }
        Ok(Done::Nothing)
    }

    #[oai(path = "/requests/:id/withdrawal", method = "post", operation_id = "withdraw_request")]
    async fn withdraw(
        &self,
        client: Client,
        id: Path<Uuid>,
        #[oai(name = "Idempotency-Key")] key: Header<String>,
        request: &Request,
    ) -> Reply<Done> {
        let (_, mut scope) = client.enter();
        let command = command(request, &key)?;
        if let Once::Now(command) = once::<bool>(&mut scope, &command).await? {
            cases::withdraw(&mut scope, CaseId(*id), command).await?;
            finish(scope, command, &true).await?;
        }
        Ok(Done::Nothing)
    }
}
