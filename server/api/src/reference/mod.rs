//! The page on which people read the API and try it. It is written from the document, so that it
//! cannot say anything else; it is a page of the portal, with its frame and its headers.

mod page;

use poem::endpoint::BoxEndpoint;
use poem::{EndpointExt as _, Response, Route, get, handler};
use web::{Answer, Here, show};

pub(crate) use page::ReferencePage;

/// Whether a path is that of the page.
pub fn is_page(path: &str) -> bool {
    path == "/api/v1/"
}

/// What people find beside the operations.
pub fn routes() -> BoxEndpoint<'static, Response> {
    Route::new().at("/api/v1/", get(read)).map_to_response().boxed()
}

#[handler]
#[expect(clippy::needless_pass_by_value, reason = "what a handler is given it owns")]
fn read(here: Here) -> Answer {
    show(ReferencePage::of(here.lang()))
}
