//! Listing and ending one's own sessions.

use tenants::{Scope, settings};

use super::limits::{SessionLimits, Times};
use super::{SessionLine, store};
use crate::{AccountId, Error, Result, SessionId, StaffId};

/// One's own sessions that still last, the newest first.
pub async fn sessions(scope: &mut Scope) -> Result<Vec<SessionLine>> {
    let limits: SessionLimits = settings::read(scope).await?;
    let (owner, now) = (Owner::of(scope), scope.now());
    let staff = owner.staff.is_some();
    let mut lines = store::sessions_of(scope, owner).await?;
    lines.retain(|line| {
        let times = Times { started_at: line.started_at, seen_at: line.seen_at };
        now < limits.ends(staff, times).0
    });
    Ok(lines)
}

/// End a session of one's own, on this machine or another. The token is worth nothing from now on.
pub async fn end_session(scope: &mut Scope, session: SessionId) -> Result<()> {
    let owner = Owner::of(scope);
    if store::end_session(scope, session, owner).await? {
        tracing::info!(%session, "a session was ended");
        return Ok(());
    }
    Err(Error::Missing("session"))
}

/// Sign out. Doing it twice is the same as doing it once.
pub async fn sign_out(scope: &mut Scope, session: SessionId) -> Result<()> {
    match end_session(scope, session).await {
        Err(Error::Missing(_)) => Ok(()),
        other => other,
    }
}

/// Whose sessions: an applicant's, a member's, or nobody's, of which there are none.
#[derive(Debug, Clone, Copy)]
pub(super) struct Owner {
    pub(super) account: Option<AccountId>,
    pub(super) staff: Option<StaffId>,
}

impl Owner {
    fn of(scope: &Scope) -> Self {
        let caller = scope.caller();
        Self {
            account: caller.account().map(AccountId),
            staff: caller.staff().map(|member| StaffId(member.staff)),
        }
    }
}
