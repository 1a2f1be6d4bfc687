//! Adding a unit to the chart.

use tenants::{Scope, Text};

use super::store;
use crate::{Result, UnitId};

/// Add a unit under its parent, or at the top of the chart. `key` is unique within the agency.
pub(crate) async fn add_unit(
    scope: &mut Scope,
    key: &str,
    parent: Option<UnitId>,
    title: &Text,
) -> Result<UnitId> {
    let id = UnitId::new();
    store::insert_unit(scope, id, store::NewUnit { key, parent, title }).await?;
    Ok(id)
}
