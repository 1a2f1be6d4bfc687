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
        .at("/drafts/:id", get(drafts::show_answers).post(drafts::save))
        .at("/drafts/:id/autosave", post(drafts::autosave))
        .at("/drafts/:id/documents", get(drafts::show_documents).post(drafts::attach))
        .at("/drafts/:id/documents/:document", get(drafts::fetch))
        .at("/drafts/:id/documents/:document/removal", post(drafts::remove))
        .at("/drafts/:id/check", get(drafts::show_check))
        .at("/drafts/:id/submission", post(drafts::submit))
        .at("/requests", get(requests::list))
        .at("/requests/:id", get(requests::follow))
        .at("/requests/:id/receipt", get(requests::receipt))
        .at("/requests/:id/documents", post(requests::attach))
        .at("/requests/:id/documents/:document", get(requests::fetch))
        .at("/requests/:id/documents/:document/removal", post(requests::remove))
        .at("/requests/:id/supply", post(requests::supply))
        .at("/requests/:id/withdrawal", get(requests::ask_withdrawal).post(requests::withdraw))
        .at("/tracking", get(tracking::page).post(tracking::look_up))
        .data(state)
        .map_to_response()
        .boxed()
}
