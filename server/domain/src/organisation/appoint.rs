//! Appointing somebody to a position.

use tenants::Scope;

use super::store;
use crate::{Error, PositionId, Result, StaffId};

/// Let a member of staff hold a position from now on. Whoever held it until now holds it no more;
/// the work that lies before the position stays where it is.
pub(crate) async fn appoint(scope: &mut Scope, position: PositionId, staff: StaffId) -> Result<()> {
    // The position's row is the lock: two appointments at once would leave two holders.
    if !store::lock_position(scope, position).await? {
        return Err(Error::Missing("position"));
    }
    if store::end_others(scope, position, staff).await? {
        return Ok(());
    }
    store::insert_member(scope, position, staff).await
}
