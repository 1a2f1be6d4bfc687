//! The console's table of contents. Signing in, sessions and the account are the staff's door.

use poem::{EndpointExt as _, Response, Route, endpoint::BoxEndpoint, get, post};

use crate::services::{self, form, preview, publication, sheet, version};
use crate::{AdminState, home, processes};

/// The console of whichever agency the request's host names.
pub fn routes(state: AdminState) -> BoxEndpoint<'static, Response> {
    staff::mount(Route::new())
        .at("/", get(home::see))
        .at("/services", get(services::list))
        .at("/services/:key", get(services::see))
        .at("/services/:key/versions/:number", get(version::see))
        .at("/services/:key/closure", post(services::close))
        .at("/services/:key/reopening", post(services::reopen))
        .at("/services/:key/draft", post(services::open))
        .at("/services/:key/draft/removal", post(services::discard))
        .at("/services/:key/draft/process", post(services::choose_process))
        .at("/services/:key/draft/sheet", get(sheet::write).post(sheet::save))
        .at("/services/:key/draft/form", get(form::outline).post(form::add))
        .at("/services/:key/draft/form/new", get(form::new))
        .at("/services/:key/draft/form/:place", get(form::write).post(form::save))
        .at("/services/:key/draft/form/:place/move", post(form::shift))
        .at(
            "/services/:key/draft/form/:place/removal",
            get(form::removal::ask).post(form::removal::remove),
        )
        .at("/services/:key/draft/preview", get(preview::see))
        .at("/services/:key/draft/publication", get(publication::ask).post(publication::publish))
        .at("/processes", get(processes::list))
        .at("/processes/:id", get(processes::see))
        .data(state.door())
        .data(state)
        .map_to_response()
        .boxed()
}
