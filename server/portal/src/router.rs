//! The portal's table of contents.

use poem::{EndpointExt as _, Response, Route, endpoint::BoxEndpoint, get, post};

use crate::{PortalState, catalogue, drafts, language, requests, sessions, sign_in, tracking};

/// The portal of whichever agency the request's host names.
pub fn routes(state: PortalState) -> BoxEndpoint<'static, Response> {
    Route::new()
        .at("/", get(catalogue::list))
        .at("/services/:key", get(catalogue::sheet))
        .at("/services/:key/drafts", post(catalogue::start))
        .at("/sign-in", get(sign_in::page).post(sign_in::send_code))
        .at("/sign-in/code", get(sign_in::again_from_start).post(sign_in::confirm))
        .at("/sign-out", post(sessions::sign_out))
        .at("/session/extension", post(sessions::extend))
        .at("/language", post(language::choose))
        .at("/drafts/:id", get(drafts::answers::page).post(drafts::answers::save))
        .at("/drafts/:id/autosave", post(drafts::answers::autosave))
        .at("/drafts/:id/documents", get(drafts::documents::page).post(drafts::documents::attach))
        .at("/drafts/:id/documents/:document", get(drafts::documents::fetch))
        .at("/drafts/:id/documents/:document/removal", post(drafts::documents::remove))
        .at("/drafts/:id/check", get(drafts::submission::check))
        .at("/drafts/:id/submission", post(drafts::submission::submit))
        .at("/requests", get(requests::follow::list))
        .at("/requests/link", get(requests::link::page).post(requests::link::link))
        .at("/requests/:id", get(requests::follow::page))
        .at("/requests/:id/receipt", get(requests::follow::receipt))
        .at("/requests/:id/documents", post(requests::supply::attach))
        .at("/requests/:id/documents/:document", get(requests::follow::fetch))
        .at("/requests/:id/documents/:document/removal", post(requests::supply::remove))
        .at("/requests/:id/supply", post(requests::supply::hand_in))
        .at(
            "/requests/:id/withdrawal",
            get(requests::withdrawal::page).post(requests::withdrawal::withdraw),
        )
        .at("/tracking", get(tracking::page).post(tracking::look_up))
        .data(state)
        .map_to_response()
        .boxed()
}
