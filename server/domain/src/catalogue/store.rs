//! The tables `services` and `service_versions`.

use anyhow::anyhow;
use forms::Form;
use tenants::Scope;
use uuid::Uuid;

use super::{NewService, Service};
use crate::{ProcessVersionId, Result, ServiceId, ServiceVersionId};

pub(super) async fn open_versions(scope: &mut Scope) -> Result<Vec<Uuid>> {
    let tenant = scope.tenant_id();
    let ids = sqlx::query_scalar!(
        r#"select version_id as "id!" from services
           where tenant_id = $1 and state = 'open' and version_id is not null order by position, key"#,
        tenant,
    )
    .fetch_all(scope.conn())
    .await?;
    Ok(ids)
}

pub(super) async fn published_version(scope: &mut Scope, key: &str) -> Result<Option<Uuid>> {
    let tenant = scope.tenant_id();
    let id = sqlx::query_scalar!(
        r#"select version_id as "id!" from services
           where tenant_id = $1 and key = $2 and state = 'open' and version_id is not null"#,
        tenant,
        key,
    )
    .fetch_optional(scope.conn())
    .await?;
    Ok(id)
}

/// Whether there is such a service, open or closed.
pub(super) async fn exists(scope: &mut Scope, key: &str) -> Result<bool> {
    let tenant = scope.tenant_id();
    let found = sqlx::query_scalar!(
        r#"select exists (select from services where tenant_id = $1 and key = $2) as "found!""#,
        tenant,
        key,
    )
    .fetch_one(scope.conn())
    .await?;
    Ok(found)
}

pub(super) async fn version(scope: &mut Scope, id: ServiceVersionId) -> Result<Option<Service>> {
    let tenant = scope.tenant_id();
    let row = sqlx::query!(
        "select s.id, s.key, s.code, v.sheet, v.form, v.process_version_id
         from service_versions v
         join services s on s.tenant_id = $1 and s.id = v.service_id
         where v.tenant_id = $1 and v.id = $2",
        tenant,
        id.0,
    )
    .fetch_optional(scope.conn())
    .await?;
    let Some(row) = row else { return Ok(None) };
    Ok(Some(Service {
        id: ServiceId(row.id),
        version: id,
        key: row.key,
        code: row.code,
        sheet: serde_json::from_value(row.sheet)?,
        form: Form::parse(&row.form).map_err(|p| anyhow!("a published form: {p:?}"))?,
        process: ProcessVersionId(row.process_version_id),
    }))
}

pub(super) async fn ensure_service(scope: &mut Scope, new: &NewService) -> Result<ServiceId> {
    let tenant = scope.tenant_id();
    let id = sqlx::query_scalar!(
        "insert into services (tenant_id, id, key, code, position) values ($1, $2, $3, $4, $5)
         on conflict (tenant_id, key) do update
             set code = excluded.code, position = excluded.position
         returning id",
        tenant,
        ServiceId::new().0,
        new.key,
        new.code,
        new.position,
    )
    .fetch_one(scope.conn())
    .await?;
    Ok(ServiceId(id))
}

pub(super) async fn insert_version(
    scope: &mut Scope,
    service: ServiceId,
    new: &NewService,
) -> Result<()> {
    let (tenant, now, id) = (scope.tenant_id(), scope.now(), ServiceVersionId::new());
    sqlx::query!(
        "insert into service_versions
             (tenant_id, id, service_id, version, sheet, form, process_version_id, published_at)
         select $1, $2, $3,
                1 + coalesce((select max(version) from service_versions
                              where tenant_id = $1 and service_id = $3), 0),
                $4, $5, $6, $7",
        tenant,
        id.0,
        service.0,
        serde_json::to_value(&new.sheet)?,
        new.form,
        new.process.0,
        now,
    )
    .execute(scope.conn())
    .await?;
    sqlx::query!(
        "update services set version_id = $3 where tenant_id = $1 and id = $2",
        tenant,
        service.0,
        id.0,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}
