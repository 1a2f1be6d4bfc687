//! The tables `units`, `positions` and `members`.

use sqlx::PgConnection;
use sqlx::types::Json;
use tenants::{Held, Scope, Text};
use uuid::Uuid;

use super::add_position::NewPosition;
use super::model::{Office, Position, Seat};
use crate::{PositionId, Result, StaffId, UnitId};

pub(super) struct NewUnit<'a> {
    pub(super) key: &'a str,
    pub(super) parent: Option<UnitId>,
    pub(super) title: &'a Text,
}

pub(super) async fn insert_unit(scope: &mut Scope, id: UnitId, new: NewUnit<'_>) -> Result<()> {
    let tenant = scope.tenant_id();
    sqlx::query!(
        "insert into units (tenant_id, id, key, parent_id, title) values ($1, $2, $3, $4, $5)",
        tenant,
        id.0,
        new.key,
        new.parent.map(|p| p.0),
        Json(new.title) as _,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}

pub(super) async fn insert_position(
    scope: &mut Scope,
    id: PositionId,
    new: &NewPosition,
) -> Result<()> {
    let tenant = scope.tenant_id();
    sqlx::query!(
        "insert into positions (tenant_id, id, key, unit_id, title, phone, roles)
         values ($1, $2, $3, $4, $5, $6, $7)",
        tenant,
        id.0,
        new.key,
        new.unit.0,
        Json(&new.title) as _,
        new.phone,
        &new.roles,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}

/// Whether there is such a position; it is locked until the scope ends.
pub(super) async fn lock_position(scope: &mut Scope, id: PositionId) -> Result<bool> {
    let tenant = scope.tenant_id();
    let row = sqlx::query!(
        "select id from positions where tenant_id = $1 and id = $2 for update",
        tenant,
        id.0,
    )
    .fetch_optional(scope.conn())
    .await?;
    Ok(row.is_some())
}

/// End whatever appointment others have to a position. Says whether `staff` holds it already.
pub(super) async fn end_others(
    scope: &mut Scope,
    position: PositionId,
    staff: StaffId,
) -> Result<bool> {
    let (tenant, now) = (scope.tenant_id(), scope.now());
    sqlx::query!(
        "update members set until = $4
         where tenant_id = $1 and position_id = $2 and staff_id <> $3
           and (until is null or until > $4)",
        tenant,
        position.0,
        staff.0,
        now,
    )
    .execute(scope.conn())
    .await?;
    let own = sqlx::query!(
        "select staff_id from members
         where tenant_id = $1 and position_id = $2 and staff_id = $3
           and since <= $4 and (until is null or until > $4)",
        tenant,
        position.0,
        staff.0,
        now,
    )
    .fetch_optional(scope.conn())
    .await?;
    Ok(own.is_some())
}

pub(super) async fn insert_member(
    scope: &mut Scope,
    position: PositionId,
    staff: StaffId,
) -> Result<()> {
    let (tenant, now) = (scope.tenant_id(), scope.now());
    sqlx::query!(
        "insert into members (tenant_id, position_id, staff_id, since) values ($1, $2, $3, $4)",
        tenant,
        position.0,
        staff.0,
        now,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}

/// The positions that a member of staff holds at the time of the call.
pub(crate) async fn held_by(scope: &mut Scope, staff: StaffId) -> Result<Vec<Held>> {
    let (tenant, now) = (scope.tenant_id(), scope.now());
    let rows = sqlx::query!(
        "select p.id, p.unit_id, p.roles
         from members m
         join positions p on p.tenant_id = m.tenant_id and p.id = m.position_id
         where m.tenant_id = $1 and m.staff_id = $2
           and m.since <= $3 and (m.until is null or m.until > $3)
         order by p.key",
        tenant,
        staff.0,
        now,
    )
    .fetch_all(scope.conn())
    .await?;
    let held = rows.into_iter().map(|r| Held { position: r.id, unit: r.unit_id, roles: r.roles });
    Ok(held.collect())
}

/// Every position that carries a role, held or vacant.
pub(crate) async fn with_role(scope: &mut Scope, role: &str) -> Result<Vec<PositionId>> {
    let tenant = scope.tenant_id();
    let ids = sqlx::query_scalar!(
        "select id from positions where tenant_id = $1 and roles @> array[$2::text] order by key",
        tenant,
        role,
    )
    .fetch_all(scope.conn())
    .await?;
    Ok(ids.into_iter().map(PositionId).collect())
}

/// The office of a seat. It enters by itself, for a glance ([`tenants::Glance`]).
pub(super) async fn office(
    connection: &mut PgConnection,
    tenant: Uuid,
    seat: &Seat,
) -> Result<Option<Office>> {
    let (position, role) = match seat {
        Seat::Position(position) => (Some(position.0), None),
        Seat::Role(role) => (None, Some(role.as_str())),
    };
    let row = sqlx::query!(
        r#"select o.unit as "unit!: Json<Text>", o.position as "position!: Json<Text>", o.phone
           from (select set_config('app.tenant', $1, true)::uuid as tenant offset 0) e
           cross join lateral (
               select u.title as unit, p.title as position, p.phone
               from positions p
               join units u on u.tenant_id = e.tenant and u.id = p.unit_id
               where p.tenant_id = e.tenant and (p.id = $2 or $3 = any(p.roles))
               order by p.key limit 1
           ) o"#,
        tenant.to_string(),
        position,
        role,
    )
    .fetch_optional(connection)
    .await?;
    Ok(row.map(|r| Office { unit: r.unit.0, position: r.position.0, phone: r.phone }))
}

/// The positions with these ids, or all of them, each with its unit and its present holder.
///
/// The holder's name is joined from `staff`, which the appointments refer to: asking `identity` for
/// it would close a circle, because signing in asks this module which positions somebody holds.
pub(super) async fn positions(
    scope: &mut Scope,
    ids: Option<&[PositionId]>,
) -> Result<Vec<Position>> {
    let (tenant, now) = (scope.tenant_id(), scope.now());
    let ids: Option<Vec<Uuid>> = ids.map(|ids| ids.iter().map(|id| id.0).collect());
    let rows = sqlx::query!(
        r#"select p.id, p.key, p.unit_id, u.title as "unit_title: Json<Text>",
                  p.title as "title: Json<Text>", p.phone, p.roles, s.name as "holder?"
           from positions p
           join units u on u.tenant_id = p.tenant_id and u.id = p.unit_id
           left join members m on m.tenant_id = p.tenant_id and m.position_id = p.id
               and m.since <= $2 and (m.until is null or m.until > $2)
           left join staff s on s.tenant_id = m.tenant_id and s.id = m.staff_id
           where p.tenant_id = $1 and ($3::uuid[] is null or p.id = any($3))
           order by u.key, p.key"#,
        tenant,
        now,
        ids.as_deref() as Option<&[Uuid]>,
    )
    .fetch_all(scope.conn())
    .await?;
    let positions = rows.into_iter().map(|r| Position {
        id: PositionId(r.id),
        key: r.key,
        unit: UnitId(r.unit_id),
        unit_title: r.unit_title.0,
        title: r.title.0,
        phone: r.phone,
        roles: r.roles,
        holder: r.holder,
    });
    Ok(positions.collect())
}
