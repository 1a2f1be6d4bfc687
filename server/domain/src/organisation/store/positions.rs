//! The table `positions`.

use std::collections::{BTreeSet, HashMap};

use chrono::{DateTime, Utc};
use sqlx::PgConnection;
use sqlx::types::Json;
use tenants::{Scope, Text};
use uuid::Uuid;

use crate::organisation::{NewPosition, Office, Position, PositionPlan, Seat, Seated};
use crate::{PositionId, Result, UnitId};

pub(in crate::organisation) async fn insert_position(
    scope: &mut Scope,
    id: PositionId,
    new: &NewPosition,
) -> Result<()> {
    let tenant = scope.tenant_id();
    sqlx::query!(
        "insert into positions (tenant_id, id, key, unit_id, title, phone, roles)
         values ($1, $2, $3, $4, $5, $6, $7) on conflict (tenant_id, id) do nothing",
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
pub(in crate::organisation) async fn lock_position(
    scope: &mut Scope,
    id: PositionId,
) -> Result<bool> {
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

/// Every position that carries a role, and whether somebody holds it now.
pub(crate) async fn seats(scope: &mut Scope, role: &str) -> Result<Vec<Seated>> {
    let (tenant, now) = (scope.tenant_id(), scope.now());
    let rows = sqlx::query!(
        r#"select p.id, exists (
               select from members m
               where m.tenant_id = $1 and m.position_id = p.id
                 and m.since <= $3 and (m.until is null or m.until > $3)
           ) as "held!"
           from positions p
           where p.tenant_id = $1 and p.roles @> array[$2::text] and p.closed_at is null
           order by p.key"#,
        tenant,
        role,
        now,
    )
    .fetch_all(scope.conn())
    .await?;
    Ok(rows.into_iter().map(|r| Seated { position: PositionId(r.id), held: r.held }).collect())
}

/// Every open position of the agency.
pub(crate) async fn open_positions(scope: &mut Scope) -> Result<Vec<Position>> {
    positions(scope, None, Closed::Without).await
}

/// The office of a seat. It enters by itself, for a glance ([`tenants::Glance`]).
pub(in crate::organisation) async fn office(
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
               where p.tenant_id = e.tenant and (p.id = $2 or ($3 = any(p.roles) and p.closed_at is null))
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

/// Whether closed positions are meant as well.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::organisation) enum Closed {
    Too,
    Without,
}

/// The positions with these ids, or all of them, each with its unit and its present holder.
///
/// The holder's name is joined from `staff`, which the appointments refer to: asking `identity` for
/// it would close a circle, because signing in asks this module which positions somebody holds.
pub(in crate::organisation) async fn positions(
    scope: &mut Scope,
    ids: Option<&[PositionId]>,
    closed: Closed,
) -> Result<Vec<Position>> {
    let (tenant, now) = (scope.tenant_id(), scope.now());
    let closed_too = closed == Closed::Too;
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
             and ($4 or p.closed_at is null)
           order by u.key, p.key"#,
        tenant,
        now,
        ids.as_deref() as Option<&[Uuid]>,
        closed_too,
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

pub(crate) async fn position_is_open(scope: &mut Scope, id: PositionId) -> Result<bool> {
    let tenant = scope.tenant_id();
    let found = sqlx::query_scalar!(
        r#"select exists(select from positions
             where tenant_id = $1 and id = $2 and closed_at is null) as "found!""#,
        tenant,
        id.0,
    )
    .fetch_one(scope.conn())
    .await?;
    Ok(found)
}

/// When positions were closed, of those that are.
pub(in crate::organisation) async fn closed_positions(
    scope: &mut Scope,
) -> Result<HashMap<PositionId, DateTime<Utc>>> {
    let tenant = scope.tenant_id();
    let rows = sqlx::query!(
        r#"select id, closed_at as "closed_at!" from positions
           where tenant_id = $1 and closed_at is not null"#,
        tenant,
    )
    .fetch_all(scope.conn())
    .await?;
    Ok(rows.into_iter().map(|r| (PositionId(r.id), r.closed_at)).collect())
}

pub(crate) async fn change_position(
    scope: &mut Scope,
    id: PositionId,
    plan: &PositionPlan,
) -> Result<()> {
    let tenant = scope.tenant_id();
    sqlx::query!(
        "update positions set unit_id = $3, title = $4, phone = $5, roles = $6
         where tenant_id = $1 and id = $2",
        tenant,
        id.0,
        plan.unit.0,
        Json(&plan.title) as _,
        plan.phone,
        &plan.roles,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}

pub(crate) async fn close_position(scope: &mut Scope, id: PositionId) -> Result<()> {
    let (tenant, now) = (scope.tenant_id(), scope.now());
    sqlx::query!(
        "update positions set closed_at = $3 where tenant_id = $1 and id = $2",
        tenant,
        id.0,
        now,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}

/// The roles that open positions carry.
pub(in crate::organisation) async fn roles_carried(scope: &mut Scope) -> Result<BTreeSet<String>> {
    let tenant = scope.tenant_id();
    let roles = sqlx::query_scalar!(
        r#"select distinct unnest(roles) as "role!" from positions
           where tenant_id = $1 and closed_at is null"#,
        tenant,
    )
    .fetch_all(scope.conn())
    .await?;
    Ok(roles.into_iter().collect())
}

/// The roles that some other open position carries.
pub(crate) async fn carried_elsewhere(
    scope: &mut Scope,
    id: PositionId,
) -> Result<BTreeSet<String>> {
    let tenant = scope.tenant_id();
    let roles = sqlx::query_scalar!(
        r#"select distinct unnest(roles) as "role!" from positions
           where tenant_id = $1 and id <> $2 and closed_at is null"#,
        tenant,
        id.0,
    )
    .fetch_all(scope.conn())
    .await?;
    Ok(roles.into_iter().collect())
}
