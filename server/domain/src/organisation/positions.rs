//! Looking positions up.

use std::collections::HashMap;

use tenants::{Act, Scope};

use super::model::{Chart, Position};
use super::store;
use crate::{PositionId, Result};

/// Every open position of the agency, unit by unit: to whom a case may be referred.
pub async fn positions(scope: &mut Scope) -> Result<Vec<Position>> {
    scope.allow(Act::See, &Chart)?;
    store::positions(scope, None, store::Closed::Without).await
}

/// One position, held or vacant.
pub(crate) async fn position(scope: &mut Scope, id: PositionId) -> Result<Option<Position>> {
    Ok(store::positions(scope, Some(&[id]), store::Closed::Too).await?.pop())
}

/// Those of these positions that exist; an id is asked for once however often it is named.
pub(crate) async fn positions_by_id(
    scope: &mut Scope,
    ids: &[PositionId],
) -> Result<HashMap<PositionId, Position>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let found = store::positions(scope, Some(ids), store::Closed::Too).await?;
    Ok(found.into_iter().map(|p| (p.id, p)).collect())
}
