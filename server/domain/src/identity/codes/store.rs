//! The table `one_time_codes`.

use chrono::{DateTime, Utc};
use tenants::Scope;
use uuid::Uuid;

use super::rules::TRIES;
use crate::Result;

/// A code as it is kept: marks of the number and of the code, and when it expires.
pub(super) struct NewCode<'a> {
    pub(super) id: Uuid,
    pub(super) mobile: &'a [u8],
    pub(super) code: &'a [u8],
    pub(super) expires_at: DateTime<Utc>,
}

pub(super) async fn insert_code(scope: &mut Scope, new: &NewCode<'_>) -> Result<()> {
    let (tenant, now) = (scope.tenant_id(), scope.now());
    sqlx::query!(
        "insert into one_time_codes (tenant_id, id, mobile_mark, code_mark, sent_at, expires_at)
         values ($1, $2, $3, $4, $5, $6)",
        tenant,
        new.id,
        new.mobile,
        new.code,
        now,
        new.expires_at,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}

/// When codes were sent to a number since then, newest first.
pub(super) async fn codes_sent_to(
    scope: &mut Scope,
    mobile: &[u8],
    since: DateTime<Utc>,
) -> Result<Vec<DateTime<Utc>>> {
    let tenant = scope.tenant_id();
    let sent = sqlx::query_scalar!(
        "select sent_at from one_time_codes
         where tenant_id = $1 and mobile_mark = $2 and sent_at > $3 order by sent_at desc",
        tenant,
        mobile,
        since,
    )
    .fetch_all(scope.conn())
    .await?;
    Ok(sent)
}

/// How many codes the agency sent since then, counted no further than `most`.
pub(super) async fn codes_sent_since(
    scope: &mut Scope,
    since: DateTime<Utc>,
    most: i64,
) -> Result<i64> {
    let tenant = scope.tenant_id();
    let count = sqlx::query_scalar!(
        r#"select count(*) as "count!" from (
               select sent_at from one_time_codes
               where tenant_id = $1 and sent_at > $2 limit $3) sent"#,
        tenant,
        since,
        most,
    )
    .fetch_one(scope.conn())
    .await?;
    Ok(count)
}

/// How many codes were sent between two instants, and how many of those were used.
pub(super) async fn codes_used_between(
    scope: &mut Scope,
    from: DateTime<Utc>,
    until: DateTime<Utc>,
) -> Result<(i64, i64)> {
    let tenant = scope.tenant_id();
    let row = sqlx::query!(
        r#"select count(*) as "sent!", count(used_at) as "used!" from one_time_codes
           where tenant_id = $1 and sent_at > $2 and sent_at <= $3"#,
        tenant,
        from,
        until,
    )
    .fetch_one(scope.conn())
    .await?;
    Ok((row.sent, row.used))
}

/// A code that is being tried, this try counted.
pub(super) struct Tried {
    pub(super) mark: Vec<u8>,
    pub(super) tries: i32,
}

/// Count a try of a code that still opens the door. It is locked until the scope ends.
pub(super) async fn try_code(scope: &mut Scope, id: Uuid, mobile: &[u8]) -> Result<Option<Tried>> {
    let (tenant, now) = (scope.tenant_id(), scope.now());
    let tried = sqlx::query_as!(
        Tried,
        "update one_time_codes set tries = tries + 1
         where tenant_id = $1 and id = $2 and mobile_mark = $3
           and used_at is null and expires_at > $4 and tries < $5
         returning code_mark as mark, tries",
        tenant,
        id,
        mobile,
        now,
        TRIES,
    )
    .fetch_optional(scope.conn())
    .await?;
    Ok(tried)
}

/// Whether a code was tried too often.
pub(super) async fn code_is_dead(scope: &mut Scope, id: Uuid, mobile: &[u8]) -> Result<bool> {
    let tenant = scope.tenant_id();
    let dead = sqlx::query_scalar!(
        r#"select exists(
               select from one_time_codes
               where tenant_id = $1 and id = $2 and mobile_mark = $3
                 and used_at is null and tries >= $4) as "dead!""#,
        tenant,
        id,
        mobile,
        TRIES,
    )
    .fetch_one(scope.conn())
    .await?;
    Ok(dead)
}

pub(super) async fn use_code(scope: &mut Scope, id: Uuid) -> Result<()> {
    let (tenant, now) = (scope.tenant_id(), scope.now());
    sqlx::query!(
        "update one_time_codes set used_at = $3 where tenant_id = $1 and id = $2",
        tenant,
        id,
        now,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}

/// Remove some of the codes sent before then; rows that another call holds are left to it.
pub(super) async fn sweep_codes(scope: &mut Scope, before: DateTime<Utc>) -> Result<()> {
    let tenant = scope.tenant_id();
    sqlx::query!(
        "delete from one_time_codes where tenant_id = $1 and id in (
             select id from one_time_codes where tenant_id = $1 and sent_at < $2
             limit 20 for update skip locked)",
        tenant,
        before,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}
