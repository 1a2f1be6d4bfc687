//! Counting cases, for whoever looks after the deployment.

use tenants::Scope;

use super::store;
use crate::Result;

/// How many cases have not ended, and of how many of those the promised day has passed.
pub(crate) async fn count_open(scope: &mut Scope) -> Result<(i64, i64)> {
    store::count_open(scope).await
}
