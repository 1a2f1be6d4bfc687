//! Giving a draft up.

use tenants::Scope;

use super::{see, store};
use crate::{ProcessDraftId, Result};

/// Drop what was written; what is published stays.
pub async fn discard(scope: &mut Scope, id: ProcessDraftId, rev: i32) -> Result<()> {
    see::hold(scope, id, rev).await?;
    store::delete(scope, id).await
}
