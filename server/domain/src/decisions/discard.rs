//! Giving a draft up.

use tenants::Scope;

use super::{Handle, see, store};
use crate::Result;

/// Drop what was written; what is published stays.
pub async fn discard(scope: &mut Scope, handle: Handle<'_>) -> Result<()> {
    let held = see::hold(scope, handle).await?;
    store::delete_draft(scope, &held.key).await
}
