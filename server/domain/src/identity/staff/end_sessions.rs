//! Signing somebody else out.

use tenants::{Act, Scope};

use super::colleague::Colleague;
use super::store;
use crate::identity::sessions;
use crate::{Error, Result, StaffId};

/// End every session of a member of staff; returns how many there were. They can sign in again.
pub async fn end_sessions_of(scope: &mut Scope, staff: StaffId) -> Result<u64> {
    scope.allow(Act::Configure, &Colleague(staff))?;
    if store::known_by_id(scope, staff).await?.is_none() {
        return Err(Error::Missing("staff"));
    }
    sessions::end_sessions_of(scope, staff, None).await
}
