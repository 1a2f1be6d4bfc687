//! Taking a new authenticator into use.

use std::sync::Arc;

use tenants::{Desks, Tenant};

use super::propose_authenticator::proposed;
use super::reprove::{Reproof, reprove};
use super::secret::seal_secret;
use super::{store, totp};
use crate::identity::codes;
use crate::identity::sessions::SignedIn;
use crate::{Error, Result};

/// What confirms a new authenticator.
#[derive(Clone, Copy)]
pub struct Confirmation<'a> {
    /// Of the proposal, unchanged.
    pub kept: &'a str,
    /// What the new authenticator shows, as typed.
    pub code: &'a str,
}

/// Put a proposed authenticator in the place of the one from before. Every other session of the
/// member ends, and this one goes on under the returned token.
///
/// Commits by itself, like changing the password. Invalid at `password` where that is wrong, at
/// `code` where the code is not one of the proposed secret, or where the proposal's time is over.
pub async fn renew_authenticator(
    desks: &Desks,
    tenant: &Arc<Tenant>,
    reproof: Reproof<'_>,
    confirmation: Confirmation<'_>,
) -> Result<SignedIn> {
    let proved = reprove(desks, tenant, reproof).await?;
    let mut scope = proved.enter(desks, tenant).await?;
    let staff = proved.member.id;
    let secret = proposed(&scope, staff, confirmation.kept)
        .ok_or_else(|| Error::invalid("code", "authenticator-expired"))?;
    let step = totp::step_of(&secret, &codes::typed(confirmation.code), scope.now())
        .ok_or_else(|| Error::invalid("code", "authenticator-code"))?;
    let sealed = seal_secret(&scope, staff, &secret)?;
    // The code that confirmed it has been used: it does not open the door as well.
    store::set_authenticator(&mut scope, staff, &sealed, step).await?;
    let signed_in = proved.go_on_alone(scope).await?;
    tracing::info!(session = %signed_in.session.id, "an authenticator was replaced");
    Ok(signed_in)
}
