//! What every surface of the staff has.

use poem::{Route, get, post};

use crate::account::{self, authenticator, password, recovery_codes};
use crate::{language, sessions, sign_in};

/// Puts the door to the routes of a surface. Its handlers need a [`crate::StaffDoor`] in the request's
/// data.
pub fn mount(routes: Route) -> Route {
    routes
        .at("/sign-in", get(sign_in::ask).post(sign_in::sign_in))
        .at("/sign-out", post(sessions::sign_out))
        .at("/account", get(account::see))
        .at("/account/password", get(password::ask).post(password::change))
        .at("/account/authenticator", get(authenticator::ask).post(authenticator::renew))
        .at("/account/recovery-codes", get(recovery_codes::ask).post(recovery_codes::renew))
        .at("/sessions", get(sessions::list))
        .at("/sessions/:id/end", post(sessions::end))
        .at("/session/extension", post(sessions::extend))
        .at("/language", post(language::choose))
}
