//! One's own account: what one signs in with, and where one is signed in.
//!
//! Whatever changes how somebody signs in asks for the present password. Its answer carries the
//! session's new token, and the token from before is worth nothing.

pub(crate) mod authenticator;
mod page;
pub(crate) mod password;
mod qr;
pub(crate) mod recovery_codes;
mod told;

use domain::identity::{self, Reproof};
use poem::handler;
use web::{Answer, Fields, Problem, cookies::SessionKey, show};

pub(crate) use page::AccountPage;
pub use qr::Qr;

use crate::{Visit, commit, paths, sign_in};

#[handler]
pub(crate) async fn see(visit: Visit) -> Answer {
    let Some(mut scope) = visit.member().await? else { return sign_in::first(paths::ACCOUNT) };
    let codes = identity::recovery_codes_left(&mut scope).await?;
    let sessions = identity::sessions(&mut scope).await?.len();
    commit(scope).await?;
    show(AccountPage { codes, sessions })
}

/// The present password as a form of this account sent it, with the session it came in.
fn reproof<'a>(
    visit: &'a Visit,
    fields: &'a Fields,
    origin: &'a str,
) -> Result<Reproof<'a>, Problem> {
    let token = visit.here.session().map_or("", SessionKey::as_str);
    Ok(Reproof { door: visit.door.door, token, password: fields.text("password")?, origin })
}
