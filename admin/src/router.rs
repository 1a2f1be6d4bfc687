//! The console's table of contents. Signing in, sessions and the account are the staff's door.

use poem::{EndpointExt as _, Response, Route, endpoint::BoxEndpoint, get};

use crate::{AdminState, home};

/// The console of whichever agency the request's host names.
pub fn routes(state: AdminState) -> BoxEndpoint<'static, Response> {
    staff::mount(Route::new())
        .at("/", get(home::see))
        .data(state.door())
        .data(state)
        .map_to_response()
        .boxed()
}
