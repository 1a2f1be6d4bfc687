//! The API's table of contents.

use poem::endpoint::BoxEndpoint;
use poem::{EndpointExt as _, Response, Route, get, handler};
use poem_openapi::OpenApiService;

use crate::drafts::DraftsApi;
use crate::dress::Api;
use crate::requests::{DocumentsApi, RequestsApi};
use crate::services::ServicesApi;
use crate::tracking::TrackingApi;
use crate::words::lang_of;
use crate::{ApiState, document};

/// Where the API is on every portal.
pub(crate) const ROOT: &str = "/api/v1";

pub(crate) type Nouns = (ServicesApi, DraftsApi, RequestsApi, DocumentsApi, TrackingApi);

/// Every operation; the document is written from these.
pub(crate) fn service() -> OpenApiService<Nouns, ()> {
    let nouns = (ServicesApi, DraftsApi, RequestsApi, DocumentsApi, TrackingApi);
    OpenApiService::new(nouns, "Mizban", "1").server(ROOT)
}

/// The API of whichever agency the request's host names.
pub fn routes(state: ApiState) -> Api {
    let https = state.https;
    let routes: BoxEndpoint<'static, Response> = Route::new()
        .at("/api/v1/openapi.json", get(description))
        .nest(ROOT, service())
        .data(state)
        .map_to_response()
        .boxed();
    Api::new(routes, https)
}

/// What the API says of itself. For everybody, like the page that is made of it.
#[handler]
fn description(request: &poem::Request) -> Response {
    let text = document(lang_of(request)).to_string();
    Response::builder().content_type("application/json").body(text)
}
