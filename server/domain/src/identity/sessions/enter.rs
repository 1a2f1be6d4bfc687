//! Entering an agency's premises with whatever the browser brought along.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use strum::{EnumString, IntoStaticStr};
use tenants::{Caller, Desks, Member, Scope, Tenant, settings};

use super::limits::{SessionLimits, Times};
use super::store::{self, Found, Who};
use super::{Session, token};
use crate::{Result, organisation};

/// A sign of life is written down when the last one is older than this, not at every call.
const TOUCH_AFTER: TimeDelta = TimeDelta::seconds(60);

/// Which kind of session is recognised: a cookie of one surface opens nothing on another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, IntoStaticStr, EnumString)]
#[strum(serialize_all = "kebab-case")]
pub enum Door {
    Portal,
    Desk,
    Console,
}

/// A call that may begin.
pub struct Entered {
    /// The caller's transaction; the edge commits it.
    pub scope: Scope,
    /// None for a visitor.
    pub session: Option<Session>,
}

/// Let a call in. A token that is unknown, ended, of another tenant or of another door makes its
/// bearer a visitor, like no token at all.
pub async fn enter(
    desks: &Desks,
    tenant: &Arc<Tenant>,
    door: Door,
    token: Option<&str>,
) -> Result<Entered> {
    let mut scope = desks.enter(tenant, Caller::Visitor(tenant.id)).await?;
    let session = match token {
        Some(token) => recognise(&mut scope, door, token).await?,
        None => None,
    };
    Ok(Entered { scope, session })
}

async fn recognise(scope: &mut Scope, door: Door, token: &str) -> Result<Option<Session>> {
    let Some(found) = store::session_by_token(scope, &token::hash(token)).await? else {
        return Ok(None);
    };
    if found.door != door {
        return Ok(None);
    }
    let staff = matches!(found.who, Who::Staff { .. });
    let Some((idle_until, ends_at)) = lasting(scope, &found, staff).await? else {
        return Ok(None);
    };
    let lang = found.lang;
    let (caller, name) = caller(scope, found.who).await?;
    scope.recognise(caller);
    Ok(Some(Session { id: found.id, name, lang, idle_until, ends_at }))
}

/// Until when the session lasts, if it still does; this call is a sign of life.
async fn lasting(scope: &mut Scope, found: &Found, staff: bool) -> Result<Option<Ends>> {
    let now = scope.now();
    let limits: SessionLimits = settings::read(scope).await?;
    let mut times = found.times;
    let (idle_until, ends_at) = limits.ends(staff, times);
    if now >= idle_until || now >= ends_at {
        return Ok(None);
    }
    if now - times.seen_at > TOUCH_AFTER {
        store::touch(scope, found.id).await?;
        times = Times { seen_at: now, ..times };
    }
    Ok(Some(limits.ends(staff, times)))
}

/// Without a sign of life, and in any case.
type Ends = (DateTime<Utc>, DateTime<Utc>);

async fn caller(scope: &mut Scope, who: Who) -> Result<(Caller, Option<String>)> {
    let tenant = scope.tenant().id;
    match who {
        Who::Account(account) => Ok((Caller::Citizen(tenant, account.0), None)),
        Who::Staff { id, name } => {
            let positions = organisation::held_by(scope, id).await?;
            Ok((Caller::Staff(tenant, Member { staff: id.0, positions }), Some(name)))
        }
    }
}
