//! How much lies before a position, for whoever is about to take it away.

use tenants::Scope;

use super::store;
use crate::{PositionId, Result};

/// What lies before a position, and before these roles of it.
pub(crate) async fn lying_before(
    scope: &mut Scope,
    position: PositionId,
    roles: &[String],
) -> Result<i64> {
    Ok(store::counts(scope, position, roles).await?.open)
}

/// What lies before these roles and before no position of its own.
pub(crate) async fn waiting_for(scope: &mut Scope, roles: &[String]) -> Result<i64> {
    store::waiting_for(scope, roles).await
}
