//! What stands around every operation: its id, its language, the limits of its body, and a problem
//! in place of whatever else went wrong.

use std::panic::AssertUnwindSafe;

use bytes::Bytes;
use futures_util::FutureExt as _;
use poem::endpoint::BoxEndpoint;
use poem::error::ReadBodyError;
use poem::http::{HeaderName, HeaderValue, StatusCode, header};
use poem::{Body, Endpoint, Request, Response};
use poem_openapi::error::{
    AuthorizationError, ParseParamError, ParsePathError, ParseRequestPayloadError,
};
use uuid::Uuid;
use web::headers::set_of_data;

use crate::command::Fingerprint;
use crate::content::{self, MOST};
use crate::document;
use crate::explained::Call;
use crate::problem::Problem;
use crate::words::{lang_of, preferred};

/// By which a caller names a call when asking about it.
const CALL: HeaderName = HeaderName::from_static("x-request-id");

/// Whether a path belongs to the API, whose answers are for programs.
pub fn is_of_api(path: &str) -> bool {
    path == "/api" || path.starts_with("/api/")
}

/// The answer to a call that no operation gets to see, such as one for an unknown host (421), in the
/// language of its `Accept-Language`.
pub fn refuse(accepted: &str, status: StatusCode, https: bool) -> Response {
    let call = Call { lang: preferred(accepted), id: Uuid::new_v4() };
    finished(call.status(status), call, https)
}

/// The API with everything around it.
pub struct Api {
    inner: BoxEndpoint<'static, Response>,
    https: bool,
}

impl Api {
    pub(crate) fn new(inner: BoxEndpoint<'static, Response>, https: bool) -> Self {
        Self { inner, https }
    }
}

impl Endpoint for Api {
    type Output = Response;

    async fn call(&self, mut request: Request) -> poem::Result<Response> {
        let call = Call { lang: lang_of(&request), id: Uuid::new_v4() };
        // Nothing here is decided by what a browser brings along unasked.
        request.headers_mut().remove(header::COOKIE);
        let path = request.uri().path().to_owned();
        let handling = async {
            let request = taken(request).await?;
            self.inner.call(request).await
        };
        let response = match AssertUnwindSafe(handling).catch_unwind().await {
            Ok(Ok(response)) => response,
            Ok(Err(error)) => told(call, &path, error),
            // The panic itself, with its place, has gone to standard error.
            Err(_) => call.problem(&web::Problem::fault("a handler panicked").into()),
        };
        Ok(finished(response, call, self.https))
    }
}

/// Reads a body that is no file, so that no transaction waits for it and it can be told from another.
async fn taken(mut request: Request) -> poem::Result<Request> {
    let kind = request.content_type().unwrap_or_default();
    if kind.starts_with("multipart/") {
        return Ok(request);
    }
    let body = read(request.take_body()).await?;
    content::look_over(&body)?;
    request.set_data(Fingerprint::of(&request, &body));
    request.set_body(body);
    Ok(request)
}

async fn read(body: Body) -> Result<Bytes, Problem> {
    let read = body.into_bytes_limit(MOST).await;
    read.map_err(|error| match error {
        ReadBodyError::PayloadTooLarge => web::Problem::TooLarge.into(),
        _ => web::Problem::BadRequest("the body broke off").into(),
    })
}

/// Whatever went wrong, as a problem.
fn told(call: Call, path: &str, error: poem::Error) -> Response {
    let error = match error.downcast::<Problem>() {
        Ok(problem) => return call.problem(&problem),
        Err(error) => error,
    };
    if error.is::<AuthorizationError>() {
        return call.problem(&Problem::Stranger("client-unknown"));
    }
    if let Some(error) = error.downcast_ref::<ParseRequestPayloadError>() {
        return call.problem(&Problem::Body(error.reason.clone()));
    }
    if let Some(error) = error.downcast_ref::<ParseParamError>() {
        return call.problem(&Problem::Parameter(error.name));
    }
    // An address that names nothing: what cannot be an id is answered like an id that nobody has.
    if error.is::<ParsePathError>() {
        return call.problem(&Problem::missing());
    }
    let status = error.status();
    if status.is_server_error() {
        let fault = web::Problem::Fault(anyhow::anyhow!("{error}"));
        return call.problem(&fault.into());
    }
    let mut response = call.status(status);
    if status == StatusCode::METHOD_NOT_ALLOWED
        && let Ok(allowed) = HeaderValue::from_str(&document::methods(path))
    {
        response.headers_mut().insert(header::ALLOW, allowed);
    }
    response
}

fn finished(mut response: Response, call: Call, https: bool) -> Response {
    set_of_data(&mut response, https);
    let id = HeaderValue::from_str(&call.id.to_string()).expect("an id is plain ASCII");
    response.headers_mut().insert(CALL, id);
    response.headers_mut().insert(header::CONTENT_LANGUAGE, lang_header(call));
    response.headers_mut().insert(header::VARY, HeaderValue::from_static("Accept-Language"));
    response
}

fn lang_header(call: Call) -> HeaderValue {
    HeaderValue::from_static(call.lang.code())
}
