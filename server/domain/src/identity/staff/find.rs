//! Finding a member of staff.

use tenants::{Act, Agency, Scope};

use super::add::canonical;
use super::store;
use crate::{Error, Result, StaffId};

/// The member with this user name, disabled or not: for whoever changes what the agency is made of.
pub async fn staff_named(scope: &mut Scope, username: &str) -> Result<StaffId> {
    scope.allow(Act::Configure, &Agency)?;
    let found = store::staff_by_name(scope, &canonical(username)).await?;
    found.ok_or(Error::Missing("staff"))
}
