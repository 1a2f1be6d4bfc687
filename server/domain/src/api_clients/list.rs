//! The programs of an agency.

use tenants::{Act, Agency, Scope};

use super::{ClientLine, store};
use crate::Result;

/// Every program that has or had a key, the newest first.
pub async fn list(scope: &mut Scope) -> Result<Vec<ClientLine>> {
    scope.allow(Act::Configure, &Agency)?;
    store::all(scope).await
}
