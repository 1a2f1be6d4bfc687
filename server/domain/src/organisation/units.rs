//! Changing the units of the chart.

use tenants::{Act, Scope, Text};

use super::part::Part;
use super::store;
use crate::{Error, Refusal, Result, UnitId};

/// Add a unit under its parent, or at the top of the chart. The id comes with the form: however
/// often that is sent, there is one unit.
///
/// Invalid at `parent`.
pub async fn found_unit(
    scope: &mut Scope,
    id: UnitId,
    parent: Option<UnitId>,
    title: &Text,
) -> Result<()> {
    scope.allow(Act::Configure, &Part::from(id))?;
    store::hold_chart(scope).await?;
    if let Some(parent) = parent
        && !store::unit_is_open(scope, parent).await?
    {
        return Err(Error::invalid("parent", "unit-unknown"));
    }
    let key = super::key_of(id.0);
    store::insert_unit(scope, id, store::NewUnit { key: &key, parent, title }).await
}

/// Give a unit another title.
pub async fn rename_unit(scope: &mut Scope, id: UnitId, title: &Text) -> Result<()> {
    scope.allow(Act::Configure, &Part::from(id))?;
    if store::rename_unit(scope, id, title).await? {
        return Ok(());
    }
    Err(Error::Missing("unit"))
}

/// Close a unit. Refused with `UnitNotEmpty` while positions or units within it are open.
pub async fn close_unit(scope: &mut Scope, id: UnitId) -> Result<()> {
    scope.allow(Act::Configure, &Part::from(id))?;
    store::hold_chart(scope).await?;
    if !store::unit_is_open(scope, id).await? {
        return Err(Error::Missing("unit"));
    }
    if store::unit_holds_anything(scope, id).await? {
        return Err(Refusal::UnitNotEmpty.into());
    }
    store::close_unit(scope, id).await
}
