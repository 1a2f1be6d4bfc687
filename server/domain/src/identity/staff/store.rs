//! The tables `staff` and `recovery_codes`.

use std::collections::HashMap;

use locale::words::Lang;
use tenants::Scope;
use uuid::Uuid;

use super::members::MemberLine;
use crate::{Result, StaffId};

/// A new member of staff as kept.
pub(super) struct StaffRow {
    pub(super) id: StaffId,
    pub(super) username: String,
    pub(super) name: String,
    pub(super) password_hash: String,
    pub(super) totp_sealed: Option<Vec<u8>>,
}

pub(super) async fn insert_staff(scope: &mut Scope, new: &StaffRow) -> Result<()> {
    let (tenant, now) = (scope.tenant_id(), scope.now());
    sqlx::query!(
        "insert into staff (tenant_id, id, username, name, password_hash, totp_sealed, created_at)
         values ($1, $2, $3, $4, $5, $6, $7)",
        tenant,
        new.id.0,
        new.username,
        new.name,
        new.password_hash,
        new.totp_sealed,
        now,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}

/// What it takes to judge a sign-in, or a password that is typed again.
pub(super) struct Known {
    pub(super) id: StaffId,
    pub(super) username: String,
    pub(super) name: String,
    pub(super) password_hash: String,
    pub(super) totp_sealed: Option<Vec<u8>>,
    pub(super) totp_step: i64,
}

/// The same as the table has it.
struct KnownRow {
    id: Uuid,
    username: String,
    name: String,
    password_hash: String,
    totp_sealed: Option<Vec<u8>>,
    totp_step: i64,
}

impl From<KnownRow> for Known {
    fn from(row: KnownRow) -> Self {
        let KnownRow { id, username, name, password_hash, totp_sealed, totp_step } = row;
        Self { id: StaffId(id), username, name, password_hash, totp_sealed, totp_step }
    }
}

/// The member with this user name, unless disabled.
pub(super) async fn known_by_name(scope: &mut Scope, username: &str) -> Result<Option<Known>> {
    let tenant = scope.tenant_id();
    let row = sqlx::query_as!(
        KnownRow,
        "select id, username, name, password_hash, totp_sealed, totp_step from staff
         where tenant_id = $1 and username = $2 and state = 'active'",
        tenant,
        username,
    )
    .fetch_optional(scope.conn())
    .await?;
    Ok(row.map(Known::from))
}

/// The member with this id, disabled or not.
pub(super) async fn known_by_id(scope: &mut Scope, staff: StaffId) -> Result<Option<Known>> {
    let tenant = scope.tenant_id();
    let row = sqlx::query_as!(
        KnownRow,
        "select id, username, name, password_hash, totp_sealed, totp_step from staff
         where tenant_id = $1 and id = $2",
        tenant,
        staff.0,
    )
    .fetch_optional(scope.conn())
    .await?;
    Ok(row.map(Known::from))
}

/// Whether the member is active and still signs in as was read; the row is held until the scope ends.
pub(super) async fn hold(scope: &mut Scope, member: &Known) -> Result<bool> {
    let tenant = scope.tenant_id();
    let row = sqlx::query!(
        "select id from staff
         where tenant_id = $1 and id = $2 and state = 'active' and password_hash = $3
           and totp_sealed is not distinct from $4
         for no key update",
        tenant,
        member.id.0,
        member.password_hash,
        member.totp_sealed,
    )
    .fetch_optional(scope.conn())
    .await?;
    Ok(row.is_some())
}

/// The id behind a user name, disabled or not.
pub(super) async fn staff_by_name(scope: &mut Scope, username: &str) -> Result<Option<StaffId>> {
    let tenant = scope.tenant_id();
    let id = sqlx::query_scalar!(
        "select id from staff where tenant_id = $1 and username = $2",
        tenant,
        username,
    )
    .fetch_optional(scope.conn())
    .await?;
    Ok(id.map(StaffId))
}

/// Whether there is such a member, who is now active or disabled.
pub(super) async fn set_state(scope: &mut Scope, staff: StaffId, state: &str) -> Result<bool> {
    let tenant = scope.tenant_id();
    let done = sqlx::query!(
        "update staff set state = $3 where tenant_id = $1 and id = $2",
        tenant,
        staff.0,
        state,
    )
    .execute(scope.conn())
    .await?;
    Ok(done.rows_affected() > 0)
}

pub(super) async fn set_password(scope: &mut Scope, staff: StaffId, hash: &str) -> Result<()> {
    let tenant = scope.tenant_id();
    sqlx::query!(
        "update staff set password_hash = $3 where tenant_id = $1 and id = $2",
        tenant,
        staff.0,
        hash,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}

/// Put another authenticator in the place of a member's; codes up to this step open nothing.
pub(super) async fn set_authenticator(
    scope: &mut Scope,
    staff: StaffId,
    sealed: &[u8],
    step: i64,
) -> Result<()> {
    let tenant = scope.tenant_id();
    sqlx::query!(
        "update staff set totp_sealed = $3, totp_step = greatest(totp_step, $4)
         where tenant_id = $1 and id = $2",
        tenant,
        staff.0,
        sealed,
        step,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}

/// Use a time step up. False if it was used already, by whoever was faster.
pub(super) async fn use_totp_step(scope: &mut Scope, staff: StaffId, step: i64) -> Result<bool> {
    let tenant = scope.tenant_id();
    let done = sqlx::query!(
        "update staff set totp_step = $3
         where tenant_id = $1 and id = $2 and totp_step < $3 and state = 'active'",
        tenant,
        staff.0,
        step,
    )
    .execute(scope.conn())
    .await?;
    Ok(done.rows_affected() > 0)
}

pub(super) async fn recovery_code_is_good(
    scope: &mut Scope,
    staff: StaffId,
    hash: &[u8],
) -> Result<bool> {
    let tenant = scope.tenant_id();
    let good = sqlx::query_scalar!(
        r#"select exists(
               select from recovery_codes
               where tenant_id = $1 and staff_id = $2 and code_hash = $3 and used_at is null
           ) as "good!""#,
        tenant,
        staff.0,
        hash,
    )
    .fetch_one(scope.conn())
    .await?;
    Ok(good)
}

/// Use a recovery code up. False if it was used already, by whoever was faster.
pub(super) async fn use_recovery_code(
    scope: &mut Scope,
    staff: StaffId,
    hash: &[u8],
) -> Result<bool> {
    let (tenant, now) = (scope.tenant_id(), scope.now());
    let done = sqlx::query!(
        "update recovery_codes c set used_at = $4 from staff s
         where c.tenant_id = $1 and c.staff_id = $2 and c.code_hash = $3 and c.used_at is null
           and s.tenant_id = c.tenant_id and s.id = c.staff_id and s.state = 'active'",
        tenant,
        staff.0,
        hash,
        now,
    )
    .execute(scope.conn())
    .await?;
    Ok(done.rows_affected() > 0)
}

pub(super) async fn count_recovery_codes(scope: &mut Scope, staff: StaffId) -> Result<i64> {
    let tenant = scope.tenant_id();
    let count = sqlx::query_scalar!(
        r#"select count(*) as "count!" from recovery_codes
           where tenant_id = $1 and staff_id = $2 and used_at is null"#,
        tenant,
        staff.0,
    )
    .fetch_one(scope.conn())
    .await?;
    Ok(count)
}

/// Put new recovery codes in the place of all that a member had.
pub(super) async fn replace_recovery_codes(
    scope: &mut Scope,
    staff: StaffId,
    hashes: &[Vec<u8>],
) -> Result<()> {
    let tenant = scope.tenant_id();
    sqlx::query!(
        "delete from recovery_codes where tenant_id = $1 and staff_id = $2",
        tenant,
        staff.0,
    )
    .execute(scope.conn())
    .await?;
    sqlx::query!(
        "insert into recovery_codes (tenant_id, staff_id, code_hash)
         select $1, $2, unnest($3::bytea[])",
        tenant,
        staff.0,
        hashes,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}

/// The names of these members of staff, disabled ones included: what they did stays theirs.
pub(crate) async fn staff_names(
    scope: &mut Scope,
    staff: &[StaffId],
) -> Result<HashMap<StaffId, String>> {
    let tenant = scope.tenant_id();
    let ids: Vec<Uuid> = staff.iter().map(|id| id.0).collect();
    let rows = sqlx::query!(
        "select id, name from staff where tenant_id = $1 and id = any($2)",
        tenant,
        &ids,
    )
    .fetch_all(scope.conn())
    .await?;
    Ok(rows.into_iter().map(|r| (StaffId(r.id), r.name)).collect())
}

/// Members of staff in the order of their names: one, or all of them.
pub(super) async fn members(scope: &mut Scope, staff: Option<StaffId>) -> Result<Vec<MemberLine>> {
    let tenant = scope.tenant_id();
    let rows = sqlx::query!(
        "select id, username, name, state, created_at from staff
         where tenant_id = $1 and ($2::uuid is null or id = $2) order by name, username",
        tenant,
        staff.map(|id| id.0),
    )
    .fetch_all(scope.conn())
    .await?;
    let lines = rows.into_iter().map(|r| MemberLine {
        id: StaffId(r.id),
        username: r.username,
        name: r.name,
        active: r.state == "active",
        created_at: r.created_at,
    });
    Ok(lines.collect())
}

/// Whether there is such a member, who has this name now.
pub(super) async fn rename(scope: &mut Scope, staff: StaffId, name: &str) -> Result<bool> {
    let tenant = scope.tenant_id();
    let done = sqlx::query!(
        "update staff set name = $3 where tenant_id = $1 and id = $2",
        tenant,
        staff.0,
        name,
    )
    .execute(scope.conn())
    .await?;
    Ok(done.rows_affected() > 0)
}

pub(super) async fn count_members(scope: &mut Scope) -> Result<i64> {
    let tenant = scope.tenant_id();
    let count = sqlx::query_scalar!(
        r#"select count(*) as "count!" from staff where tenant_id = $1 and state = 'active'"#,
        tenant,
    )
    .fetch_one(scope.conn())
    .await?;
    Ok(count)
}

/// The language of a member, if one was kept that this program speaks.
pub(crate) async fn language(scope: &mut Scope, staff: StaffId) -> Result<Option<Lang>> {
    let tenant = scope.tenant_id();
    let kept = sqlx::query_scalar!(
        "select lang from staff where tenant_id = $1 and id = $2",
        tenant,
        staff.0,
    )
    .fetch_optional(scope.conn())
    .await?;
    Ok(kept.flatten().and_then(|code| code.parse().ok()))
}

pub(crate) async fn set_language(scope: &mut Scope, staff: StaffId, lang: Lang) -> Result<()> {
    let tenant = scope.tenant_id();
    sqlx::query!(
        "update staff set lang = $3 where tenant_id = $1 and id = $2",
        tenant,
        staff.0,
        lang.code(),
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}
