//! The house: all hosted desks, and the door to each.

use std::sync::Arc;
use std::time::Duration;

use anyhow::Context;
use moka::future::Cache;
use sqlx::PgPool;
use sqlx::postgres::PgListener;
use tokio::sync::mpsc;

use crate::audit::Unsealed;
use crate::connections::{Connections, Lease};
use crate::policy::{self, Policy};
use crate::scope::Refused;
use crate::{Caller, Clock, Fault, Glance, Keyring, Scope, Standing, Tenant, TenantId, register};

/// A tenant's row is trusted for this long where a notification was lost.
const REGISTER_FRESH: Duration = Duration::from_secs(20);
/// An idle tenant's compiled policy is dropped after this long (an enforcer takes about 255 kB).
const POLICY_IDLE: Duration = Duration::from_mins(30);

/// All desks of this deployment. Cheap to copy.
#[derive(Clone)]
pub struct Desks {
    inner: Arc<Inner>,
}

struct Inner {
    pool: PgPool,
    connections: Connections,
    clock: Clock,
    keyring: Keyring,
    by_slug: Cache<String, Option<Arc<Tenant>>>,
    slugs: Cache<TenantId, String>,
    policies: Cache<(TenantId, i64), Arc<Policy>>,
    unsealed: Unsealed,
    refused: mpsc::Sender<Refused>,
}

impl Desks {
    /// Open the house over a pool of the plain running role. Spawns what keeps it: the listener
    /// for changed policies and the writer of refusals, both ending with the last copy.
    pub fn open(pool: PgPool, clock: Clock, keyring: Keyring) -> Self {
        let (refused, refusals) = mpsc::channel(1024);
        let desks = Self {
            inner: Arc::new(Inner {
                connections: Connections::over(pool.clone()),
                pool,
                clock,
                keyring,
                by_slug: Cache::builder().time_to_live(REGISTER_FRESH).max_capacity(10_000).build(),
                slugs: Cache::builder().time_to_live(REGISTER_FRESH).max_capacity(10_000).build(),
                policies: Cache::builder().time_to_idle(POLICY_IDLE).max_capacity(2_000).build(),
                unsealed: Unsealed::default(),
                refused,
            }),
        };
        tokio::spawn(crate::audit::keep_refusals(Arc::downgrade(&desks.inner).into(), refusals));
        tokio::spawn(desks.clone().hear_changes());
        desks
    }

    /// The agency with this slug, if it is hosted here and open.
    pub async fn at(&self, slug: &str) -> Result<Option<Arc<Tenant>>, Fault> {
        let registered = self.registered(slug).await?;
        Ok(registered.filter(|tenant| tenant.standing == Standing::Active))
    }

    /// The agency with this slug, suspended or not.
    pub async fn registered(&self, slug: &str) -> Result<Option<Arc<Tenant>>, Fault> {
        let load = async { Ok(register::by_slug(self, slug).await?.map(Arc::new)) };
        self.inner
            .by_slug
            .try_get_with_by_ref(slug, load)
            .await
            .map_err(|e: Arc<Fault>| anyhow::anyhow!("the register of tenants: {e:#}"))
    }

    /// The agency with this id.
    pub async fn tenant(&self, id: TenantId) -> Result<Arc<Tenant>, Fault> {
        let load = async { register::slug_of(self, id).await?.context("no such tenant") };
        let slug = self.inner.slugs.try_get_with(id, load).await;
        let slug =
            slug.map_err(|e: Arc<Fault>| anyhow::anyhow!("the register of tenants: {e:#}"))?;
        self.at(&slug).await?.context("no such tenant")
    }

    /// Let a caller in on an agency's premises.
    pub async fn enter(&self, tenant: &Arc<Tenant>, caller: Caller) -> Result<Scope, Fault> {
        anyhow::ensure!(caller.tenant() == tenant.id, "a caller enters its own tenant only");
        let policy = self.policy(tenant).await?;
        let lease = self.begin(tenant.id).await?;
        Ok(Scope::new(self.clone(), tenant.clone(), caller, policy, lease))
    }

    /// Let a caller have a glance: one statement, nothing kept.
    pub async fn glance(&self, tenant: &Arc<Tenant>, caller: Caller) -> Result<Glance, Fault> {
        anyhow::ensure!(caller.tenant() == tenant.id, "a caller enters its own tenant only");
        let policy = self.policy(tenant).await?;
        let lease = self.inner.connections.lease().await?;
        Ok(Glance::new(Scope::new(self.clone(), tenant.clone(), caller, policy, lease)))
    }

    /// Let the operator into an agency that is being entered in the register by this very scope.
    pub(crate) async fn enter_new(&self, tenant: Tenant, caller: Caller) -> Result<Scope, Fault> {
        let (lease, policy) = (self.begin(tenant.id).await?, Arc::new(Policy::bootstrap()));
        Ok(Scope::new(self.clone(), Arc::new(tenant), caller, policy, lease))
    }

    /// One round trip; SET LOCAL, unlike `set_config`, also reaches the workers of a Citus cluster.
    async fn begin(&self, TenantId(id): TenantId) -> Result<Lease, Fault> {
        let begin = format!("BEGIN; SET LOCAL app.tenant = '{id}'");
        Ok(self.inner.connections.begin(begin).await?)
    }

    /// The policy as it stands, loaded from the tenant's rows when first used.
    async fn policy(&self, tenant: &Arc<Tenant>) -> Result<Arc<Policy>, Fault> {
        let key = (tenant.id, tenant.policy_version);
        if let Some(policy) = self.inner.policies.get(&key).await {
            return Ok(policy);
        }
        let load = async { policy::load(&self.inner.pool, tenant.id).await.map(Arc::new) };
        self.inner
            .policies
            .try_get_with(key, load)
            .await
            .map_err(|e: Arc<Fault>| anyhow::anyhow!("a tenant's policy: {e:#}"))
    }

    /// Read the tenant's row anew at the next call.
    pub(crate) async fn forget(&self, slug: &str) {
        self.inner.by_slug.invalidate(slug).await;
    }

    /// Other replicas tell of changed policies; a lost notification is covered by [`REGISTER_FRESH`].
    async fn hear_changes(self) {
        let weak = Arc::downgrade(&self.inner);
        let pool = self.inner.pool.clone();
        drop(self);
        while weak.strong_count() > 0 {
            if let Err(fault) = listen(&pool, &weak).await {
                tracing::warn!(%fault, "policy changes are heard by polling until the listener is back");
            }
            tokio::time::sleep(Duration::from_secs(1)).await;
        }
    }

    pub fn clock(&self) -> &Clock {
        &self.inner.clock
    }

    pub fn keyring(&self) -> &Keyring {
        &self.inner.keyring
    }

    /// For what has no tenant: the register, the job list, health.
    pub fn pool(&self) -> &PgPool {
        &self.inner.pool
    }

    /// How many connections neither serve a call nor lie in the pool.
    pub fn waiting_connections(&self) -> usize {
        self.inner.connections.waiting()
    }

    pub fn unsealed(&self) -> &Unsealed {
        &self.inner.unsealed
    }

    pub(crate) fn note_refused(&self, refused: Refused) {
        if self.inner.refused.try_send(refused).is_err() {
            tracing::warn!("a refusal could not be queued for the audit log");
        }
    }
}

async fn listen(pool: &PgPool, house: &std::sync::Weak<Inner>) -> Result<(), Fault> {
    let mut listener = PgListener::connect_with(pool).await?;
    listener.listen("policy_changed").await?;
    loop {
        let heard = tokio::time::timeout(Duration::from_secs(30), listener.recv()).await;
        let Some(house) = house.upgrade() else { return Ok(()) };
        if let Ok(change) = heard {
            house.by_slug.invalidate(change?.payload()).await;
        }
    }
}

/// The house as long as somebody else holds it.
pub(crate) struct WeakDesks(std::sync::Weak<Inner>);

impl From<std::sync::Weak<Inner>> for WeakDesks {
    fn from(weak: std::sync::Weak<Inner>) -> Self {
        Self(weak)
    }
}

impl WeakDesks {
    pub(crate) fn upgrade(&self) -> Option<Desks> {
        self.0.upgrade().map(|inner| Desks { inner })
    }
}
