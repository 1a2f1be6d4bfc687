//! Letting one case go on with another version of its process.

use tenants::TenantId;
use uuid::Uuid;

use crate::bench::Bench;
use crate::verdict::Stop;

/// A turn that was taken, or given up, is missing, and there is nothing to do.
pub(crate) async fn migrate_case(bench: &Bench, tenant: TenantId, turn: Uuid) -> Result<(), Stop> {
    let mut scope = bench.enter(tenant).await?;
    domain::migrations::run_case(&mut scope, turn).await?;
    scope.commit().await?;
    bench.wake();
    Ok(())
}
