//! Have a request answered, whatever becomes of its handler.

use std::panic::AssertUnwindSafe;
use std::time::Duration;

use futures_util::FutureExt as _;
use poem::http::{HeaderMap, HeaderValue, StatusCode, header};
use poem::{Body, Endpoint as _, Request, Response};
use tokio::time::{Instant, sleep_until};

use super::Site;
use super::body::{PacedBody, Progress};
use crate::config::Limits;

/// An answer, and whether some of the request's body was left unread.
pub(super) struct Answered {
    pub(super) response: Response,
    pub(super) unread: bool,
}

/// The answer of the site; 500 when a handler panicked, 503 when it took too long.
pub(super) async fn to(mut request: Request, site: &Site, limits: &Limits) -> Answered {
    let asked = Asked::of(request.uri().path(), request.headers());
    let (body, progress) = PacedBody::new(request.take_body().into(), limits);
    request.set_body(Body::from(http_body_util::BodyExt::boxed(body)));
    let answering = AssertUnwindSafe(site.get_response(request)).catch_unwind();
    let response = match within(*limits.request_timeout, &progress, answering).await {
        Some(Ok(response)) => response,
        Some(Err(_)) => {
            // The panic itself, with its place, has gone to standard error.
            tracing::error!("a handler panicked");
            asked.bare(StatusCode::INTERNAL_SERVER_ERROR)
        }
        None => {
            tracing::error!("a handler took too long and was given up");
            asked.bare(StatusCode::SERVICE_UNAVAILABLE)
        }
    };
    Answered { response, unread: !progress.is_read_whole() }
}

/// Run `answering` for at most `limit`, not counting the wait for the client.
async fn within<T>(
    limit: Duration,
    progress: &Progress,
    answering: impl Future<Output = T>,
) -> Option<T> {
    let mut answering = std::pin::pin!(answering);
    let started = Instant::now();
    loop {
        let until = started + limit + progress.waited();
        tokio::select! {
            answer = answering.as_mut() => return Some(answer),
            () = sleep_until(until) => {
                if Instant::now() >= started + limit + progress.waited() {
                    return None;
                }
            }
        }
    }
}

/// What has to be known of a request to refuse it in the way of whoever sent it.
pub(super) struct Asked {
    /// The languages that a program asks for; nothing for people, who get no words here.
    program: Option<String>,
}

impl Asked {
    pub(super) fn of(path: &str, headers: &HeaderMap) -> Self {
        let accepted = || headers.get(header::ACCEPT_LANGUAGE).and_then(|v| v.to_str().ok());
        let program = api::is_of_api(path).then(|| accepted().unwrap_or_default().to_owned());
        Self { program }
    }

    pub(super) fn bare(&self, status: StatusCode) -> Response {
        match &self.program {
            Some(accepted) => with_hints(api::refuse(accepted, status, false), status),
            None => bare(status),
        }
    }
}

/// An answer without a page: these requests belong to no surface, and what went wrong may be the
/// pages themselves. Browsers are told to make nothing of it.
fn bare(status: StatusCode) -> Response {
    let response = Response::builder()
        .status(status)
        .header(header::CONTENT_TYPE, "text/plain; charset=utf-8")
        .header(header::CONTENT_SECURITY_POLICY, "default-src 'none'; frame-ancestors 'none'")
        .header(header::X_CONTENT_TYPE_OPTIONS, "nosniff")
        .header(header::REFERRER_POLICY, "no-referrer")
        .header(header::CACHE_CONTROL, "no-store")
        .body(format!("{status}\n"));
    with_hints(response, status)
}

fn with_hints(mut response: Response, status: StatusCode) -> Response {
    if status == StatusCode::SERVICE_UNAVAILABLE {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("5"));
    }
    if status == StatusCode::METHOD_NOT_ALLOWED {
        response.headers_mut().insert(header::ALLOW, HeaderValue::from_static("GET, HEAD, POST"));
    }
    response
}

/// Say that the connection ends with this answer, where it does.
pub(super) fn closing(mut response: Response, closes: bool) -> Response {
    if closes {
        response.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
    }
    response
}
