//! The table `units`, and the lock of the chart.

use sqlx::types::Json;
use tenants::{Scope, Text};

use crate::organisation::structure::Unit;
use crate::{Result, UnitId};

pub(in crate::organisation) struct NewUnit<'a> {
    pub(in crate::organisation) key: &'a str,
    pub(in crate::organisation) parent: Option<UnitId>,
    pub(in crate::organisation) title: &'a Text,
}

pub(in crate::organisation) async fn insert_unit(
    scope: &mut Scope,
    id: UnitId,
    new: NewUnit<'_>,
) -> Result<()> {
    let tenant = scope.tenant_id();
    sqlx::query!(
        "insert into units (tenant_id, id, key, parent_id, title) values ($1, $2, $3, $4, $5)
         on conflict (tenant_id, id) do nothing",
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

/// Whoever changes the chart waits here for whoever does so now: what is looked at before a change
/// then still holds when it is kept.
pub(crate) async fn hold_chart(scope: &mut Scope) -> Result<()> {
    let tenant = scope.tenant_id();
    sqlx::query!("select id from tenants where id = $1 for no key update", tenant)
        .fetch_optional(scope.conn())
        .await?;
    Ok(())
}

pub(in crate::organisation) async fn units(scope: &mut Scope) -> Result<Vec<Unit>> {
    let tenant = scope.tenant_id();
    let rows = sqlx::query!(
        r#"select id, parent_id, title as "title: Json<Text>", closed_at
           from units where tenant_id = $1 order by key"#,
        tenant,
    )
    .fetch_all(scope.conn())
    .await?;
    let units = rows.into_iter().map(|r| Unit {
        id: UnitId(r.id),
        parent: r.parent_id.map(UnitId),
        title: r.title.0,
        closed_at: r.closed_at,
    });
    Ok(units.collect())
}

pub(in crate::organisation) async fn unit_is_open(scope: &mut Scope, id: UnitId) -> Result<bool> {
    let tenant = scope.tenant_id();
    let found = sqlx::query_scalar!(
        r#"select exists(select from units
             where tenant_id = $1 and id = $2 and closed_at is null) as "found!""#,
        tenant,
        id.0,
    )
    .fetch_one(scope.conn())
    .await?;
    Ok(found)
}

/// Whether there is such a unit, which now has this title.
pub(in crate::organisation) async fn rename_unit(
    scope: &mut Scope,
    id: UnitId,
    title: &Text,
) -> Result<bool> {
    let tenant = scope.tenant_id();
    let done = sqlx::query!(
        "update units set title = $3 where tenant_id = $1 and id = $2 and closed_at is null",
        tenant,
        id.0,
        Json(title) as _,
    )
    .execute(scope.conn())
    .await?;
    Ok(done.rows_affected() > 0)
}

/// Whether a position or a unit within it is open.
pub(in crate::organisation) async fn unit_holds_anything(
    scope: &mut Scope,
    id: UnitId,
) -> Result<bool> {
    let tenant = scope.tenant_id();
    let found = sqlx::query_scalar!(
        r#"select exists(select from positions
                  where tenant_id = $1 and unit_id = $2 and closed_at is null)
               or exists(select from units
                  where tenant_id = $1 and parent_id = $2 and closed_at is null) as "found!""#,
        tenant,
        id.0,
    )
    .fetch_one(scope.conn())
    .await?;
    Ok(found)
}

pub(in crate::organisation) async fn close_unit(scope: &mut Scope, id: UnitId) -> Result<()> {
    let (tenant, now) = (scope.tenant_id(), scope.now());
    sqlx::query!(
        "update units set closed_at = $3 where tenant_id = $1 and id = $2",
        tenant,
        id.0,
        now,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}
