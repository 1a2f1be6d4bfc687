//! Removing a document that nothing refers to.

use domain::{DocumentId, documents};
use tenants::TenantId;

use crate::bench::Bench;
use crate::verdict::Stop;

/// Mark the row, delete the object, delete the row; `domain::documents` says why in this order.
pub(crate) async fn drop_document(
    bench: &Bench,
    tenant: TenantId,
    id: DocumentId,
) -> Result<(), Stop> {
    let mut scope = bench.enter(tenant).await?;
    let key = documents::drop_if_unused(&mut scope, id).await?;
    scope.commit().await?;
    let Some(key) = key else { return Ok(()) };

    bench.store.delete(&key).await.map_err(|fault| Stop::Store(fault.to_string()))?;

    let mut scope = bench.enter(tenant).await?;
    documents::forget(&mut scope, id).await?;
    scope.commit().await?;
    Ok(())
}
