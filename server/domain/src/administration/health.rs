//! How an agency is doing, in numbers.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use tenants::{Caller, Desks, Tenant, audit};

use crate::organisation::admit_admin;
use crate::{Result, cases, identity, jobs, notices};

/// Figures of one agency. No person can be told from them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Health {
    /// Members of staff who can sign in.
    pub members: i64,
    /// Cases that have not ended.
    pub open: i64,
    /// Those of them whose promised day has passed.
    pub overdue: i64,
    /// When the oldest job that could run now became due; a few seconds ago is as it should be.
    pub oldest_job: Option<DateTime<Utc>>,
    /// Jobs that were given up.
    pub dead_jobs: i64,
    /// When the oldest notice was written that has not left yet.
    pub oldest_notice: Option<DateTime<Utc>>,
    /// When anybody last did anything that is noted.
    pub last_at: Option<DateTime<Utc>>,
}

/// The figures of one agency, read on its own premises as the operator there.
///
/// Each agency is entered by itself, one after the other: what could read all of them at once would be
/// a hole in the wall for the running role. Nothing is written, so nothing is committed.
pub(super) async fn of(desks: &Desks, tenant: &Arc<Tenant>) -> Result<Health> {
    let mut scope = desks.enter(tenant, Caller::Operator(tenant.id)).await?;
    admit_admin(&mut scope)?;
    let (open, overdue) = cases::count_open(&mut scope).await?;
    let backlog = jobs::backlog(&mut scope).await?;
    Ok(Health {
        members: identity::count_members(&mut scope).await?,
        open,
        overdue,
        oldest_job: backlog.oldest_due,
        dead_jobs: backlog.dead,
        oldest_notice: notices::oldest_queued(&mut scope).await?,
        last_at: audit::last_at(&mut scope).await?,
    })
}
