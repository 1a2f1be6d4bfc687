//! Removing what nothing refers to, in an order that leaks nothing and loses nothing.
//!
//! 1. The row is marked dropped and committed. From then on no submission can keep it.
//! 2. The object is deleted.
//! 3. The row is deleted.
//!
//! Object before commit would lose the bytes of a document that a submission keeps at the same
//! moment; row before object would leak the bytes whenever the worker dies in between. As it is,
//! a worker that dies leaves the row and its job, and the next try does the same again.

use tenants::Scope;

use super::model::{UNUSED_AFTER, allow_work, object_key};
use super::store;
use crate::{DocumentId, Result};

/// Mark a document dropped if it was taken back, or not handed in for [`UNUSED_AFTER`]. Returns the
/// key of the object to delete once this is committed; nothing when it is kept or gone.
pub async fn drop_if_unused(scope: &mut Scope, document: DocumentId) -> Result<Option<String>> {
    allow_work(scope, Some(document))?;
    let staged_before = scope.now() - UNUSED_AFTER;
    let dropped = store::drop_unused(scope, document, staged_before).await?;
    Ok(dropped.then(|| object_key(scope.tenant().id, document)))
}

/// Forget a dropped document, whose object has been deleted, together with its tickets.
pub async fn forget(scope: &mut Scope, document: DocumentId) -> Result<()> {
    allow_work(scope, Some(document))?;
    store::delete_tickets_of_dropped(scope, document).await?;
    store::delete_dropped(scope, document).await
}
