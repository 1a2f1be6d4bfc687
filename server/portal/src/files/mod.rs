//! The files host: serves a document to whoever brings its ticket, as an attachment and nothing
//! else. No session ever comes here, so a document that turns out to be a page steals nothing.

mod disposition;
mod verified;

#[cfg(test)]
mod tests;

use std::io;

use bytes::Bytes;
use domain::documents::{self, Download};
use futures_util::stream::BoxStream;
use gateways::{Store, StoreFault};
use poem::endpoint::BoxEndpoint;
use poem::http::{HeaderValue, header};
use poem::web::Data;
use poem::{Body, EndpointExt as _, Response, Route, handler};
use tenants::Desks;
use web::uploads::Kind;
use web::{At, Here, Problem};

/// What the files host stands on.
#[derive(Clone)]
pub struct FilesState {
    pub desks: Desks,
    pub store: Store,
}

/// The files host of whichever agency the request's host names. Only GET redeems a ticket: link
/// checkers and mail scanners that ask with HEAD use none up.
pub fn routes(state: FilesState) -> BoxEndpoint<'static, Response> {
    Route::new()
        .at("/d/:ticket", poem::RouteMethod::new().get(redeem).head(peek))
        .data(state)
        .map_to_response()
        .boxed()
}

#[handler]
async fn redeem(
    here: Here,
    At(ticket): At<String>,
    Data(state): Data<&FilesState>,
) -> poem::Result<Response> {
    let tenant = here.tenant().ok_or(Problem::Missing)?;
    let download = documents::redeem(&state.desks, tenant, &ticket).await.map_err(Problem::from)?;
    Ok(send(&state.store, &download).await?)
}

/// Says nothing about any ticket, and uses none up.
#[handler]
fn peek() -> Response {
    Response::builder().content_type(OPAQUE).finish()
}

const OPAQUE: &str = "application/octet-stream";

async fn send(store: &Store, download: &Download) -> Result<Response, Problem> {
    let object = store.get(&download.key).await.map_err(|fault| match fault {
        StoreFault::Missing => Problem::Fault(anyhow::anyhow!("the object of a document is gone")),
        StoreFault::Unavailable(_) => Problem::Unavailable(fault.into()),
    })?;
    answer(download, object.body)
}

fn answer(
    download: &Download,
    body: BoxStream<'static, io::Result<Bytes>>,
) -> Result<Response, Problem> {
    let body = verified::stream(body, download.size, download.sha256);
    let mut response = Response::builder()
        .content_type(media_type(&download.media_type))
        .body(Body::from_bytes_stream(body));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_LENGTH, download.size.into());
    headers.insert(header::CONTENT_DISPOSITION, attachment(&download.name)?);
    Ok(response)
}

fn attachment(name: &str) -> Result<HeaderValue, Problem> {
    HeaderValue::from_str(&disposition::attachment(name))
        .map_err(|_| Problem::fault("a file name made a header that cannot be sent"))
}

/// A type of the closed list; anything else is only bytes.
fn media_type(stored: &str) -> &'static str {
    Kind::of_media_type(stored).map_or(OPAQUE, Kind::media_type)
}
