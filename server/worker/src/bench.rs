//! What a worker works with.

use std::sync::Arc;
use std::time::Duration;

use domain::jobs::Taken;
use domain::{Result, jobs};
use gateways::{Carriers, Store};
use tenants::{Caller, Desks, Scope, TenantId};
use tokio::sync::Notify;
use tokio::time::Instant;

/// How long a taken job is this worker's alone.
pub(crate) const LEASE: Duration = Duration::from_secs(30);

/// How many jobs of one tenant are taken at a time, so that a burst of one starves nobody.
const EACH: i64 = 16;

/// The worker's bench. Cheap to copy; every copy wakes the same worker.
#[derive(Clone)]
pub struct Bench {
    pub desks: Desks,
    pub store: Store,
    pub carriers: Carriers,
    woken: Arc<Notify>,
}

/// A job with the moment at which its lease ends, as this machine counts.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Leased {
    pub(crate) job: Taken,
    pub(crate) until: Instant,
}

impl Bench {
    pub fn new(desks: Desks, store: Store, carriers: Carriers) -> Self {
        Self { desks, store, carriers, woken: Arc::default() }
    }

    /// Something was just enqueued: look now rather than at the next tick. Only speeds things up; a
    /// lost wake-up costs a second.
    pub fn wake(&self) {
        self.woken.notify_one();
    }

    pub(crate) async fn woken(&self) {
        self.woken.notified().await;
    }

    /// Take what is due, of every tenant in turn.
    pub(crate) async fn take(&self) -> Result<Vec<Leased>> {
        let until = Instant::now() + LEASE;
        let lease = chrono::TimeDelta::seconds(LEASE.as_secs().cast_signed());
        let taken = jobs::take(self.desks.pool(), self.desks.clock().now(), lease, EACH).await?;
        Ok(crate::fair::in_turn(taken).into_iter().map(|job| Leased { job, until }).collect())
    }

    /// Enter a tenant's premises as its worker.
    pub(crate) async fn enter(&self, tenant: TenantId) -> Result<Scope> {
        let tenant = self.desks.tenant(tenant).await?;
        Ok(self.desks.enter(&tenant, Caller::Worker(tenant.id)).await?)
    }
}
