//! The audit log: who did what, one line per call, chained afterwards so that no line can be
//! changed, taken out, slipped in or moved without [`verify`] saying so (ASVS 5.0, 16.4.2).
//!
//! Lines are written unchained in the call's own transaction: a chain head locked in every call
//! would serialise a tenant's commits. A sealing round chains what has been committed since.

mod list;
mod refusals;
mod seal;
mod store;
mod verify;

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use chrono::{DateTime, Utc};
use sqlx::PgConnection;

use crate::{Caller, Decision, Fault, Tenant, TenantId};

pub use list::{Entry, Filter, last_at, length, list};
pub(crate) use refusals::keep_refusals;
pub use seal::seal;
pub use verify::{Flaw, Report, verify};

pub(crate) struct Lines<'a> {
    pub(crate) at: DateTime<Utc>,
    pub(crate) caller: &'a Caller,
    pub(crate) decisions: &'a [Decision],
}

pub(crate) async fn write(
    conn: &mut PgConnection,
    tenant: TenantId,
    lines: Lines<'_>,
) -> Result<(), Fault> {
    let decisions = lines.decisions.iter().map(Decision::as_json).collect();
    store::insert(conn, tenant, lines.at, lines.caller.as_json(), decisions).await
}

/// Tenants that wrote lines in this process since they were last sealed.
#[derive(Default)]
pub struct Unsealed {
    touched: Mutex<HashMap<TenantId, Arc<Tenant>>>,
}

impl Unsealed {
    pub(crate) fn note(&self, tenant: Arc<Tenant>) {
        if let Ok(mut touched) = self.touched.lock() {
            touched.entry(tenant.id).or_insert(tenant);
        }
    }

    /// Take the list; whoever takes it seals.
    pub fn take(&self) -> Vec<Arc<Tenant>> {
        self.touched.lock().map(|mut t| t.drain().map(|(_, v)| v).collect()).unwrap_or_default()
    }
}
