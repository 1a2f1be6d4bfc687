//! Adding a position to a unit.

use anyhow::anyhow;
use tenants::{CALLER_ROLES, Scope, Text};

use super::store;
use crate::{PositionId, Result, UnitId};

/// A position to add.
#[derive(Debug, Clone)]
pub(crate) struct NewPosition {
    /// Unique within the agency.
    pub(crate) key: String,
    pub(crate) unit: UnitId,
    pub(crate) title: Text,
    /// The office telephone, as shown to applicants.
    pub(crate) phone: Option<String>,
    pub(crate) roles: Vec<String>,
}

/// Add a position. It is vacant until somebody is appointed, and work can wait in it all the same.
pub(crate) async fn add_position(scope: &mut Scope, new: NewPosition) -> Result<PositionId> {
    if let Some(role) = new.roles.iter().find(|role| CALLER_ROLES.contains(&role.as_str())) {
        return Err(anyhow!("a position cannot carry the role {role}").into());
    }
    let id = PositionId::new();
    store::insert_position(scope, id, &new).await?;
    Ok(id)
}
