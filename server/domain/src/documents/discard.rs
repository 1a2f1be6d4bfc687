//! Taking a staged document back.

use tenants::Scope;

use super::model::Owner;
use super::store;
use crate::jobs::{self, Job, JobKind};
use crate::{DocumentId, Error, Result};

/// Drop a staged document at its owner's wish; a worker removes the bytes right after.
/// [`Error::Missing`] when this owner has no such staged document.
pub(crate) async fn discard(scope: &mut Scope, owner: Owner, document: DocumentId) -> Result<()> {
    if !store::drop_staged_of(scope, owner, document).await? {
        return Err(Error::Missing("document"));
    }
    let (id, run_at) = (document.0, scope.now());
    // The job that would have come one day comes now: there is one for each document.
    jobs::enqueue(scope, Job { id, kind: JobKind::DropDocument, subject: id, run_at }).await
}
