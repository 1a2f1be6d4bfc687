//! Taking a key back.

use tenants::{Act, Agency, Scope};

use super::store;
use crate::{Error, Result};

/// Revoke a key, named by its public half: it opens nothing from now on, on every replica. Doing it
/// twice is the same as doing it once.
pub async fn revoke(scope: &mut Scope, key: &str) -> Result<()> {
    scope.allow(Act::Configure, &Agency)?;
    if store::revoke(scope, key).await? { Ok(()) } else { Err(Error::Missing("client")) }
}
