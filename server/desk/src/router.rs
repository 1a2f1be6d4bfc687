//! The desk's table of contents. Signing in, sessions and the account are the staff's door.

use poem::{EndpointExt as _, Response, Route, endpoint::BoxEndpoint, get, post};

use crate::counter::{self, answers, documents, receipt, registration, visitor};
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
        .at("/counter", get(counter::list))
        .at("/counter/services/:key", get(visitor::ask).post(visitor::receive))
        .at("/counter/drafts/:id", get(answers::page).post(answers::save))
        .at("/counter/drafts/:id/autosave", post(answers::autosave))
        .at("/counter/drafts/:id/visitor", get(visitor::see).post(visitor::change))
        .at("/counter/drafts/:id/documents", get(documents::page).post(documents::attach))
        .at("/counter/drafts/:id/documents/:document", get(documents::fetch))
        .at("/counter/drafts/:id/documents/:document/removal", post(documents::remove))
        .at("/counter/drafts/:id/check", get(registration::check))
        .at("/counter/drafts/:id/registration", post(registration::register))
        .at("/counter/requests/:id/receipt", get(receipt::page))
        .data(state.door())
        .data(state)
        .map_to_response()
        .boxed()
}
