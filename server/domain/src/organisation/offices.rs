//! The office before which something lies, as an applicant may know it.

use std::sync::{Arc, LazyLock};
use std::time::Duration;

use moka::sync::Cache;
use sqlx::PgConnection;
use tenants::TenantId;

use super::model::{Office, Seat};
use super::store;
use crate::Result;

/// Asked with every look-up of a request, and changed a few times a year: an applicant sees a new
/// name or telephone number within this time.
const FRESH: Duration = Duration::from_mins(1);

type Offices = Cache<(TenantId, Seat), Option<Arc<Office>>>;

static OFFICES: LazyLock<Offices> =
    LazyLock::new(|| Cache::builder().time_to_live(FRESH).max_capacity(20_000).build());

/// The office of a seat; of several positions with one role, the first by its key.
pub(crate) async fn office(
    connection: &mut PgConnection,
    tenant: TenantId,
    seat: Seat,
) -> Result<Option<Arc<Office>>> {
    let key = (tenant, seat);
    if let Some(office) = OFFICES.get(&key) {
        return Ok(office);
    }
    let office = store::office(connection, tenant.0, &key.1).await?.map(Arc::new);
    OFFICES.insert(key, office.clone());
    Ok(office)
}
