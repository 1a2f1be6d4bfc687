//! Closing a service for new requests, and opening it again.

use tenants::Scope;

use super::{entries, store};
use crate::{Refusal, Result, ServiceId};

/// Take no more requests for a service. What was begun is kept as it was typed; cases run on.
pub async fn close(scope: &mut Scope, key: &str) -> Result<()> {
    let entry = entries::hold(scope, key).await?;
    store::set_open(scope, entry.id, false).await
}

/// Take requests again. Whoever had begun one goes on where they were.
pub async fn reopen(scope: &mut Scope, key: &str) -> Result<()> {
    let entry = entries::hold(scope, key).await?;
    store::set_open(scope, entry.id, true).await
}

/// Whether a request may be handed in now.
pub(crate) async fn is_open(scope: &mut Scope, service: ServiceId) -> Result<()> {
    if store::is_open(scope, service).await? {
        return Ok(());
    }
    Err(Refusal::ServiceClosed.into())
}
