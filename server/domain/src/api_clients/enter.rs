//! Entering an agency's premises with a program's key.

use std::sync::Arc;

use chrono::TimeDelta;
use tenants::{Caller, Client, Desks, Scope, Tenant};

use super::store::{self, Found};
use super::token::{NOBODY, Token};
use crate::{Refusal, Result};

/// Its last use is written down when the one before is older than this, not at every call.
const TOUCH_AFTER: TimeDelta = TimeDelta::seconds(60);

/// Let a program in. Refused with [`Refusal::ClientUnknown`] for whatever is no key of this agency;
/// that a key has ended is told only to whoever has its secret.
///
/// This is how a program proves who it is: there is no caller yet to ask the policy about.
pub async fn enter(desks: &Desks, tenant: &Arc<Tenant>, token: &str) -> Result<Scope> {
    let token = Token::parse(token).ok_or(Refusal::ClientUnknown)?;
    let mut scope = desks.enter(tenant, Caller::Visitor(tenant.id)).await?;
    let found = store::by_key(&mut scope, &token.key).await?;
    // Compared where there is none as well, so that the time does not tell which keys there are.
    let fits = token.fits(found.as_ref().map_or(NOBODY.as_slice(), |f| &f.secret_hash));
    let found = found.filter(|_| fits).ok_or(Refusal::ClientUnknown)?;
    lasting(&scope, &found)?;
    if found.last_used_at.is_none_or(|at| scope.now() - at > TOUCH_AFTER) {
        store::touch(&mut scope, found.id).await?;
    }
    scope.recognise(Caller::Client(tenant.id, client(found)));
    Ok(scope)
}

fn lasting(scope: &Scope, found: &Found) -> Result<()> {
    let refusal = if found.revoked_at.is_some() {
        Refusal::ClientRevoked
    } else if found.expires_at <= scope.now() {
        Refusal::ClientExpired
    } else {
        return Ok(());
    };
    tracing::info!(client = %found.id, reason = refusal.code(), "a key that has ended was used");
    Err(refusal.into())
}

fn client(found: Found) -> Client {
    Client {
        client: found.id.0,
        account: found.account.0,
        scopes: found.scopes,
        services: found.services,
    }
}
