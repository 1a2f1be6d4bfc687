//! Keeping what a submission refers to.

use tenants::Scope;

use super::model::{Document, Owner};
use super::store;
use crate::{CaseId, Result, jobs};

/// The owner's staged documents, held so that no worker drops one of them before this call ends.
///
/// A submission counts on these, and on no others: a document that was only looked at could be gone
/// by the time it is kept.
pub(crate) async fn hold(scope: &mut Scope, owner: Owner) -> Result<Vec<Document>> {
    store::hold(scope, owner).await
}

/// Make the documents that were held part of a case, and return them.
pub(crate) async fn keep(scope: &mut Scope, owner: Owner, case: CaseId) -> Result<Vec<Document>> {
    let kept = store::keep(scope, owner, case).await?;
    let ids: Vec<_> = kept.iter().map(|d| d.id.0).collect();
    jobs::remove_all(scope, &ids).await?;
    Ok(kept)
}
