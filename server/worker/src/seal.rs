//! Chaining the audit lines: within a second what was written here, within a minute everything.

use std::sync::Arc;
use std::time::Duration;

use tenants::{Desks, Tenant, audit};
use tokio::time::{Instant, MissedTickBehavior, interval};
use tokio_util::sync::CancellationToken;

const EVERY: Duration = Duration::from_secs(1);
const SWEEP_EVERY: Duration = Duration::from_mins(1);

/// Seal until told to stop, and once more then.
pub async fn keep_sealing(desks: &Desks, stop: &CancellationToken) {
    let mut ticks = interval(EVERY);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let (mut touched, mut sweep_at) = (Vec::new(), Instant::now() + SWEEP_EVERY);
    while !stop.is_cancelled() {
        tokio::select! {
            () = stop.cancelled() => {}
            _ = ticks.tick() => {}
        }
        // A tenant is noted a moment before its line is committed, so the round before may have been
        // too early: who was touched then is sealed once more.
        let before = std::mem::replace(&mut touched, desks.unsealed().take());
        seal_all(desks, before.iter().chain(&touched)).await;
        if Instant::now() >= sweep_at {
            sweep(desks).await;
            sweep_at = Instant::now() + SWEEP_EVERY;
        }
    }
}

/// What a replica that died left behind.
async fn sweep(desks: &Desks) {
    match tenants::list(desks).await {
        Ok(all) => seal_all(desks, all.iter()).await,
        Err(fault) => tracing::warn!(%fault, "the audit log could not be swept"),
    }
}

async fn seal_all(desks: &Desks, touched: impl Iterator<Item = &Arc<Tenant>>) {
    for tenant in touched {
        if let Err(fault) = seal(desks, tenant).await {
            tracing::warn!(%fault, tenant = %tenant.id.0, "audit lines are left for the next sweep");
        }
    }
}

/// Round after round, until a round finds nothing.
async fn seal(desks: &Desks, tenant: &Arc<Tenant>) -> Result<(), tenants::Fault> {
    while audit::seal(desks, tenant).await? > 0 {}
    Ok(())
}
