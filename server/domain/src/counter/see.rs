//! Who a draft or a case is for.

use tenants::{Act, Scope};

use super::{Reception, Visitor, store};
use crate::drafts::{self, Whose};
use crate::{DraftId, Error, Result, identity, organisation};

/// Whom a draft is filled in for.
pub async fn visitor(scope: &mut Scope, id: DraftId) -> Result<Visitor> {
    let draft = drafts::draft(scope, id).await?;
    scope.allow(Act::See, &draft)?;
    let row = store::visitor(scope, id).await?.ok_or(Error::Missing("visitor"))?;
    Ok(row.visitor)
}

/// The reception that a case began with; none where it did not begin at a counter.
pub(crate) async fn reception(scope: &mut Scope, id: DraftId) -> Result<Option<Reception>> {
    let Some(row) = store::visitor(scope, id).await? else { return Ok(None) };
    let position = match drafts::draft(scope, id).await?.whose {
        Whose::Counter(position) => organisation::position(scope, position).await?,
        Whose::Account(_) => None,
    };
    let mut names = identity::staff_names(scope, row.registered_by.as_slice()).await?;
    Ok(Some(Reception {
        visitor: row.visitor,
        position,
        registered_by: row.registered_by.and_then(|clerk| names.remove(&clerk)),
        registered_at: row.registered_at,
    }))
}
