//! The table `sessions`.

use locale::words::Lang;
use tenants::Scope;

use super::limits::Times;
use super::own::Owner;
use super::{Door, SessionLine};
use crate::{AccountId, Result, SessionId, StaffId};

/// Whose session it is.
pub(crate) enum Who {
    Account(AccountId),
    Staff { id: StaffId, name: String },
}

pub(super) struct Found {
    pub(super) id: SessionId,
    pub(super) door: Door,
    pub(super) who: Who,
    pub(super) lang: Option<Lang>,
    pub(super) times: Times,
}

/// The session of a token, unless it was ended or its member of staff was disabled.
pub(super) async fn session_by_token(scope: &mut Scope, hash: &[u8]) -> Result<Option<Found>> {
    let tenant = scope.tenant_id();
    let row = sqlx::query!(
        r#"select s.id, s.account_id, s.staff_id, s.started_at, s.seen_at, s.door,
                  m.name as "name?", coalesce(a.lang, m.lang) as lang
           from sessions s
           left join staff m on m.tenant_id = s.tenant_id and m.id = s.staff_id
           left join accounts a on a.tenant_id = s.tenant_id and a.id = s.account_id
           where s.tenant_id = $1 and s.token_hash = $2 and s.ended_at is null
             and (s.staff_id is null or m.state = 'active')"#,
        tenant,
        hash,
    )
    .fetch_optional(scope.conn())
    .await?;
    Ok(row.and_then(|r| {
        let (before, who) = match (r.account_id, r.staff_id, r.name) {
            (Some(account), _, _) => (Door::Portal, Who::Account(AccountId(account))),
            (None, Some(staff), Some(name)) => {
                (Door::Desk, Who::Staff { id: StaffId(staff), name })
            }
            _ => return None,
        };
        // A door that this program does not know opens nothing.
        let door = r.door.map_or(Some(before), |door| door.parse().ok())?;
        let times = Times { started_at: r.started_at, seen_at: r.seen_at };
        let lang = r.lang.and_then(|code| code.parse().ok());
        Some(Found { id: SessionId(r.id), door, who, lang, times })
    }))
}

/// A session to begin.
pub(super) struct NewSession<'a> {
    pub(super) id: SessionId,
    pub(super) token_hash: &'a [u8],
    pub(super) door: Door,
    pub(super) who: &'a Who,
}

pub(super) async fn insert_session(scope: &mut Scope, new: NewSession<'_>) -> Result<()> {
    let (tenant, now) = (scope.tenant_id(), scope.now());
    let door: &str = new.door.into();
    let (account, staff) = match new.who {
        Who::Account(account) => (Some(account.0), None),
        Who::Staff { id, .. } => (None, Some(id.0)),
    };
    sqlx::query!(
        "insert into sessions
             (tenant_id, id, token_hash, account_id, staff_id, started_at, seen_at, door)
         values ($1, $2, $3, $4, $5, $6, $6, $7)",
        tenant,
        new.id.0,
        new.token_hash,
        account,
        staff,
        now,
        door,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}

/// Note a sign of life. A call at the same moment that notes one is not waited for.
pub(super) async fn touch(scope: &mut Scope, id: SessionId) -> Result<()> {
    let (tenant, now) = (scope.tenant_id(), scope.now());
    sqlx::query!(
        "update sessions set seen_at = $3 where tenant_id = $1 and id in (
             select id from sessions where tenant_id = $1 and id = $2 for update skip locked)",
        tenant,
        id.0,
        now,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}

/// The sessions of one owner that were not ended, the newest first.
pub(super) async fn sessions_of(scope: &mut Scope, owner: Owner) -> Result<Vec<SessionLine>> {
    let tenant = scope.tenant_id();
    let rows = sqlx::query!(
        "select id, started_at, seen_at from sessions
         where tenant_id = $1 and ended_at is null and (account_id = $2 or staff_id = $3)
         order by started_at desc, id desc",
        tenant,
        owner.account.map(|id| id.0),
        owner.staff.map(|id| id.0),
    )
    .fetch_all(scope.conn())
    .await?;
    let lines = rows.into_iter().map(|r| SessionLine {
        id: SessionId(r.id),
        started_at: r.started_at,
        seen_at: r.seen_at,
    });
    Ok(lines.collect())
}

/// Whether the owner had such a session, which has now ended.
pub(super) async fn end_session(scope: &mut Scope, id: SessionId, owner: Owner) -> Result<bool> {
    let (tenant, now) = (scope.tenant_id(), scope.now());
    let done = sqlx::query!(
        "update sessions set ended_at = $3
         where tenant_id = $1 and id = $2 and ended_at is null
           and (account_id = $4 or staff_id = $5)",
        tenant,
        id.0,
        now,
        owner.account.map(|id| id.0),
        owner.staff.map(|id| id.0),
    )
    .execute(scope.conn())
    .await?;
    Ok(done.rows_affected() > 0)
}

/// Leave a member of staff this many sessions, the newest.
pub(super) async fn end_oldest_sessions(
    scope: &mut Scope,
    staff: StaffId,
    keep: i64,
) -> Result<()> {
    let (tenant, now) = (scope.tenant_id(), scope.now());
    sqlx::query!(
        "update sessions set ended_at = $3 where tenant_id = $1 and id in (
             select id from sessions where tenant_id = $1 and staff_id = $2 and ended_at is null
             order by started_at desc, id desc offset $4)",
        tenant,
        staff.0,
        now,
        keep,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}

/// Whether the session still lasts and opens with this token from now on.
pub(super) async fn replace_token(
    scope: &mut Scope,
    id: SessionId,
    token_hash: &[u8],
) -> Result<bool> {
    let tenant = scope.tenant_id();
    let done = sqlx::query!(
        "update sessions set token_hash = $3
         where tenant_id = $1 and id = $2 and ended_at is null",
        tenant,
        id.0,
        token_hash,
    )
    .execute(scope.conn())
    .await?;
    Ok(done.rows_affected() > 0)
}

/// End every session of a member of staff, but for the one that does it if there is one. They are
/// rows: on every replica their tokens are worth nothing at the next call.
pub(crate) async fn end_sessions_of(
    scope: &mut Scope,
    staff: StaffId,
    but: Option<SessionId>,
) -> Result<u64> {
    let (tenant, now) = (scope.tenant_id(), scope.now());
    let done = sqlx::query!(
        "update sessions set ended_at = $3
         where tenant_id = $1 and staff_id = $2 and ended_at is null and id is distinct from $4",
        tenant,
        staff.0,
        now,
        but.map(|id| id.0),
    )
    .execute(scope.conn())
    .await?;
    Ok(done.rows_affected())
}
