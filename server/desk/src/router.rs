//! The desk's table of contents. Signing in, sessions and the account are the staff's door.

use poem::{EndpointExt as _, Response, Route, endpoint::BoxEndpoint, get};

use crate::{DeskState, cartable, cases};

/// The staff workspace of whichever agency the request's host names.
pub fn routes(state: DeskState) -> BoxEndpoint<'static, Response> {
    staff::mount(Route::new())
        .at("/", get(cartable::first))
        .at("/cartable/:position", get(cartable::list))
        .at("/cartable/:position/next", get(cartable::next))
        .at("/cases/:id", get(cases::see))
        .at("/cases/:id/documents/:document", get(cases::fetch))
        .at("/cases/:id/tasks/:task/completion", get(cases::whole).post(cases::complete))
        .at("/cases/:id/referrals", get(cases::whole).post(cases::refer))
        .at("/cases/:id/referrals/:referral/answer", get(cases::whole).post(cases::answer))
        .data(state.door())
        .data(state)
        .map_to_response()
        .boxed()
}
