//! The table `tenants`, one of the two without a wall.

use chrono::{DateTime, Utc};
use sqlx::PgPool;
use uuid::Uuid;

use super::Known;
use crate::{Fault, Scope, TenantId};

pub(super) struct TenantRow {
    pub(super) id: Uuid,
    pub(super) slug: String,
    pub(super) name: serde_json::Value,
    pub(super) demo: bool,
    pub(super) wrapped_key: Vec<u8>,
    pub(super) policy_version: i64,
    pub(super) created_at: DateTime<Utc>,
}

pub(super) async fn insert(scope: &mut Scope, wrapped: &[u8], key_id: &str) -> Result<(), Fault> {
    let tenant = scope.tenant();
    let (id, slug, demo) = (tenant.id.0, tenant.slug.clone(), tenant.demo);
    let (name, created_at) = (serde_json::to_value(&tenant.name)?, tenant.created_at);
    sqlx::query!(
        "insert into tenants (id, slug, name, demo, wrapped_key, key_id, created_at)
         values ($1, $2, $3, $4, $5, $6, $7)",
        id,
        slug,
        name,
        demo,
        wrapped,
        key_id,
        created_at,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}

pub(super) async fn by_slug(pool: &PgPool, slug: &str) -> sqlx::Result<Option<TenantRow>> {
    sqlx::query_as!(
        TenantRow,
        "select id, slug, name, demo, wrapped_key, policy_version, created_at
         from tenants where slug = $1 and state = 'active'",
        slug,
    )
    .fetch_optional(pool)
    .await
}

pub(super) async fn slug_of(pool: &PgPool, id: TenantId) -> sqlx::Result<Option<String>> {
    sqlx::query_scalar!("select slug from tenants where id = $1 and state = 'active'", id.0)
        .fetch_optional(pool)
        .await
}

pub(super) async fn active_slugs(pool: &PgPool) -> sqlx::Result<Vec<String>> {
    sqlx::query_scalar!("select slug from tenants where state = 'active' order by slug")
        .fetch_all(pool)
        .await
}

pub(super) async fn bump_policy(scope: &mut Scope) -> Result<(), Fault> {
    let (id, slug) = (scope.tenant_id(), scope.tenant().slug.clone());
    sqlx::query!("update tenants set policy_version = policy_version + 1 where id = $1", id)
        .execute(scope.conn())
        .await?;
    sqlx::query!("select pg_notify('policy_changed', $1)", slug).execute(scope.conn()).await?;
    Ok(())
}

pub(super) async fn known(pool: &PgPool) -> Result<Vec<Known>, Fault> {
    let rows =
        sqlx::query!("select id, slug, name, demo, state, created_at from tenants order by slug",)
            .fetch_all(pool)
            .await?;
    rows.into_iter()
        .map(|r| {
            Ok(Known {
                id: TenantId(r.id),
                slug: r.slug,
                name: serde_json::from_value(r.name)?,
                demo: r.demo,
                active: r.state == "active",
                created_at: r.created_at,
            })
        })
        .collect()
}
