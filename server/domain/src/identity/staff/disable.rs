//! Taking somebody's access away.

use tenants::{Act, Scope};

use super::colleague::Colleague;
use super::store;
use crate::identity::sessions;
use crate::{Error, Result, StaffId, organisation};

/// Disable a member of staff: every session of theirs has ended, and none begins. What they did and
/// the positions they hold stay; work waits in those until somebody else is appointed.
///
/// Nobody disables themselves, and nobody the last one who can change the agency (`LastAdmin`): it
/// would be left without anybody who can enable them.
pub async fn disable_staff(scope: &mut Scope, staff: StaffId) -> Result<()> {
    scope.allow(Act::Configure, &Colleague(staff))?;
    if scope.caller().staff().is_some_and(|own| own.staff == staff.0) {
        return Err(Error::invalid("staff", "staff-oneself"));
    }
    organisation::hold_chart(scope).await?;
    if !store::set_state(scope, staff, "disabled").await? {
        return Err(Error::Missing("staff"));
    }
    sessions::end_sessions_of(scope, staff, None).await?;
    organisation::keep_admin(scope).await
}
