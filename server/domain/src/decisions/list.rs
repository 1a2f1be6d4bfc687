//! The decisions of the agency.

use tenants::Scope;

use super::{Line, store};
use crate::Result;
use crate::organisation::admit_admin;

/// Every decision, by key.
pub async fn list(scope: &mut Scope) -> Result<Vec<Line>> {
    admit_admin(scope)?;
    store::lines(scope).await
}
