//! Giving somebody's access back.

use tenants::{Act, Scope};

use super::colleague::Colleague;
use super::store;
use crate::{Error, Result, StaffId};

/// Let a member of staff sign in again, with the password and the authenticator from before.
pub async fn enable_staff(scope: &mut Scope, staff: StaffId) -> Result<()> {
    scope.allow(Act::Configure, &Colleague(staff))?;
    if store::set_state(scope, staff, "active").await? {
        return Ok(());
    }
    Err(Error::Missing("staff"))
}
