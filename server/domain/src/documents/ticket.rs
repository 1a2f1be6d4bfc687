//! Tickets: how the files host, which no session cookie ever reaches, knows whom to serve.

use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use rand::RngCore as _;
use sha2::{Digest as _, Sha256};
use tenants::{Caller, Desks, Scope, Tenant};

use super::model::{Download, TICKET_FOR, object_key};
use super::store;
use crate::{DocumentId, Error, Result};

/// Issue a ticket for a document that the caller may fetch, and return its token: 256 random bits
/// in base64url. Only its hash is kept. It opens once, within a minute.
pub(crate) async fn issue_ticket(scope: &mut Scope, document: DocumentId) -> Result<String> {
    let mut secret = [0; 32];
    rand::rng().fill_bytes(&mut secret);
    let token = URL_SAFE_NO_PAD.encode(secret);
    let expires_at = scope.now() + TICKET_FOR;
    store::purge_tickets(scope).await?;
    store::insert_ticket(scope, &hash(&token), document, expires_at).await?;
    Ok(token)
}

/// Redeem a ticket at the files host. The policy was asked when it was issued, so whoever brings it
/// is served; of two who bring it at once, one is. Anything wrong is [`Error::Missing`].
pub async fn redeem(desks: &Desks, tenant: &Arc<Tenant>, token: &str) -> Result<Download> {
    let mut scope = desks.enter(tenant, Caller::Visitor(tenant.id)).await?;
    let used = store::use_ticket(&mut scope, &hash(token)).await?;
    let document = used.ok_or(Error::Missing("ticket"))?;
    let found = store::by_id(&mut scope, document).await?.ok_or(Error::Missing("document"))?;
    scope.commit().await?;
    Ok(Download {
        key: object_key(tenant.id, document),
        name: found.name,
        media_type: found.media_type,
        size: found.size,
        sha256: found.sha256,
    })
}

fn hash(token: &str) -> [u8; 32] {
    Sha256::digest(token.as_bytes()).into()
}
