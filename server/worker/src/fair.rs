//! The order in which taken jobs are run.

use std::collections::HashMap;

use domain::jobs::Taken;
use tenants::TenantId;

/// Every tenant's first job before any tenant's second, and so on.
pub(crate) fn in_turn(mut taken: Vec<Taken>) -> Vec<Taken> {
    let mut before: HashMap<TenantId, usize> = HashMap::new();
    taken.sort_by_cached_key(|job| {
        let place = before.entry(job.tenant).or_default();
        *place += 1;
        *place
    });
    taken
}
