//! What a worker reads again to see that the bytes are still those that came.

use tenants::Scope;

use super::model::{allow_work, object_key};
use super::store;
use crate::{CaseId, DocumentId, Result};

/// Every document of a case: its id, the key of its object, and what the bytes must add up to.
pub async fn due_for_check(
    scope: &mut Scope,
    case: CaseId,
) -> Result<Vec<(DocumentId, String, [u8; 32])>> {
    allow_work(scope, None)?;
    let tenant = scope.tenant().id;
    let documents = store::of_case(scope, case).await?;
    Ok(documents.into_iter().map(|d| (d.id, object_key(tenant, d.id), d.sha256)).collect())
}
