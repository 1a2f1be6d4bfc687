//! Beginning a session.

use tenants::{Scope, settings};

use super::limits::{SessionLimits, Times};
use super::store::{self, Who};
use super::{Door, Session, SignedIn, token};
use crate::identity::language::{self, Reading};
use crate::{Result, SessionId};

/// Parallel sessions of one member of staff; the oldest ends when there would be more.
const STAFF_SESSIONS: i64 = 5;

/// Begin a session, always a new one: a token that somebody planted before is worth nothing.
pub(crate) async fn begin(
    scope: &mut Scope,
    door: Door,
    who: Who,
    reading: Reading,
) -> Result<SignedIn> {
    let limits: SessionLimits = settings::read(scope).await?;
    let (id, token, now) = (SessionId::new(), token::new_token(), scope.now());
    let new = store::NewSession { id, token_hash: &token::hash(&token), door, who: &who };
    store::insert_session(scope, new).await?;
    if let Who::Staff { id: staff, .. } = who {
        store::end_oldest_sessions(scope, staff, STAFF_SESSIONS).await?;
    }
    let lang = Some(language::settle(scope, &who, reading).await?);
    let times = Times { started_at: now, seen_at: now };
    let (idle_until, ends_at) = limits.ends(matches!(who, Who::Staff { .. }), times);
    let name = match who {
        Who::Staff { name, .. } => Some(name),
        Who::Account(_) => None,
    };
    Ok(SignedIn { token, session: Session { id, name, lang, idle_until, ends_at } })
}
