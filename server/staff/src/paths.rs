//! The door's addresses, each written once.

use domain::SessionId;
use form_urlencoded::Serializer;

pub(crate) const FRONT: &str = "/";
pub(crate) const ACCOUNT: &str = "/account";
pub(crate) const PASSWORD: &str = "/account/password";
pub(crate) const AUTHENTICATOR: &str = "/account/authenticator";
pub(crate) const RECOVERY_CODES: &str = "/account/recovery-codes";
pub(crate) const SESSIONS: &str = "/sessions";

/// The sign-in page that leads to `next`, an address of ours, afterwards.
pub(crate) fn sign_in(next: &str) -> String {
    let query = Serializer::new(String::new()).append_pair("next", next).finish();
    format!("/sign-in?{query}")
}

pub(crate) fn end_session(id: SessionId) -> String {
    format!("/sessions/{id}/end")
}
