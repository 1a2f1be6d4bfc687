//! Firing a timer.

use tenants::TenantId;
use uuid::Uuid;

use crate::bench::Bench;
use crate::verdict::Stop;

/// Let a case know that a time has come; enqueued jobs of its next steps are looked for at once.
pub(crate) async fn fire_timer(bench: &Bench, tenant: TenantId, timer: Uuid) -> Result<(), Stop> {
    let mut scope = bench.enter(tenant).await?;
    domain::cases::fire_timer(&mut scope, timer).await?;
    scope.commit().await?;
    bench.wake();
    Ok(())
}
