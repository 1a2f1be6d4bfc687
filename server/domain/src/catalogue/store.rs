//! The tables `services`, `service_versions` and `directory_services`.

use anyhow::anyhow;
use forms::Form;
use sqlx::PgPool;
use tenants::Scope;
use uuid::Uuid;

use super::announce::Announcement;
use super::{Entry, Found, MOST_FOUND, NewService, Service, VersionLine};
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
) -> Result<ServiceVersionId> {
    let (tenant, now, id) = (scope.tenant_id(), scope.now(), ServiceVersionId::new());
    let by = scope.caller().staff().map(|member| member.staff);
    sqlx::query!(
        "insert into service_versions
             (tenant_id, id, service_id, version, sheet, form, process_version_id, published_at,
              published_by)
         select $1, $2, $3,
                1 + coalesce((select max(version) from service_versions
                              where tenant_id = $1 and service_id = $3), 0),
                $4, $5, $6, $7, $8",
        tenant,
        id.0,
        service.0,
        serde_json::to_value(&new.sheet)?,
        new.form,
        new.process.0,
        now,
        by,
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
    Ok(id)
}

/// `open` follows the service by itself from here on.
pub(super) async fn announce(scope: &mut Scope, announcement: &Announcement) -> Result<()> {
    let tenant = scope.tenant_id();
    sqlx::query!(
        "insert into directory_services
             (tenant_id, service_id, key, position, title, words, grams, open)
         select $1, s.id, s.key, s.position, $3, $4, $5, s.state = 'open'
         from services s where s.tenant_id = $1 and s.id = $2
         on conflict (tenant_id, service_id) do update
             set position = excluded.position, title = excluded.title, words = excluded.words,
                 grams = excluded.grams, open = excluded.open",
        tenant,
        announcement.service.0,
        serde_json::to_value(&announcement.title)?,
        announcement.words,
        &announcement.grams,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}

/// Open agencies of which the directory holds nothing.
pub(super) async fn unannounced(pool: &PgPool) -> Result<Vec<String>> {
    let slugs = sqlx::query_scalar!(
        "select t.slug from tenants t
         where t.state = 'active'
           and not exists (select from directory_services d where d.tenant_id = t.id)
         order by t.slug",
    )
    .fetch_all(pool)
    .await?;
    Ok(slugs)
}

/// The index finds what holds all grams; whether the words stand in it whole is looked at then. Words
/// of one letter have no gram and are looked for by reading.
pub(super) async fn search(
    pool: &PgPool,
    words: &[String],
    grams: &[String],
) -> Result<Vec<Found>> {
    let most = i64::try_from(MOST_FOUND).expect("a hundred");
    let rows = sqlx::query!(
        "select t.slug, t.name, d.key, d.title from directory_services d
         join tenants t on t.id = d.tenant_id and t.state = 'active'
         where d.open and d.grams @> $2
           and not exists (select from unnest($1::text[]) word where position(word in d.words) = 0)
         order by t.slug, d.position, d.key limit $3",
        words,
        grams,
        most,
    )
    .fetch_all(pool)
    .await?;
    let mut found = Vec::with_capacity(rows.len());
    for row in rows {
        let (name, title) = (serde_json::from_value(row.name)?, serde_json::from_value(row.title)?);
        found.push(Found { agency: row.slug, agency_name: name, key: row.key, title });
    }
    Ok(found)
}

/// Every service, open or closed, in the agency's order; or the one with this key. Who published
/// what is joined from `staff`, which the versions refer to.
pub(super) async fn entries(scope: &mut Scope, key: Option<&str>) -> Result<Vec<Entry>> {
    let tenant = scope.tenant_id();
    let rows = sqlx::query!(
        r#"select s.id, s.key, s.position, s.state = 'open' as "open!", v.id as version_id,
                  v.version, v.published_at, m.name as "published_by?"
           from services s
           join service_versions v on v.tenant_id = $1 and v.id = s.version_id
           left join staff m on m.tenant_id = $1 and m.id = v.published_by
           where s.tenant_id = $1 and ($2::text is null or s.key = $2)
           order by s.position, s.key"#,
        tenant,
        key,
    )
    .fetch_all(scope.conn())
    .await?;
    let entries = rows.into_iter().map(|row| Entry {
        id: ServiceId(row.id),
        key: row.key,
        position: row.position,
        open: row.open,
        version: VersionLine {
            id: ServiceVersionId(row.version_id),
            number: row.version,
            published_at: row.published_at,
            published_by: row.published_by,
        },
    });
    Ok(entries.collect())
}

/// The versions of a service, newest first.
pub(super) async fn versions(scope: &mut Scope, service: ServiceId) -> Result<Vec<VersionLine>> {
    let tenant = scope.tenant_id();
    let rows = sqlx::query!(
        r#"select v.id, v.version, v.published_at, m.name as "published_by?"
           from service_versions v
           left join staff m on m.tenant_id = $1 and m.id = v.published_by
           where v.tenant_id = $1 and v.service_id = $2 order by v.version desc"#,
        tenant,
        service.0,
    )
    .fetch_all(scope.conn())
    .await?;
    let lines = rows.into_iter().map(|row| VersionLine {
        id: ServiceVersionId(row.id),
        number: row.version,
        published_at: row.published_at,
        published_by: row.published_by,
    });
    Ok(lines.collect())
}

pub(super) async fn set_open(scope: &mut Scope, service: ServiceId, open: bool) -> Result<()> {
    let tenant = scope.tenant_id();
    sqlx::query!(
        "update services set state = case when $3 then 'open' else 'closed' end
         where tenant_id = $1 and id = $2",
        tenant,
        service.0,
        open,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}

/// Whether a service takes requests. Until the call ends it stays so: a request that finds it open
/// is in before it closes.
pub(super) async fn is_open(scope: &mut Scope, service: ServiceId) -> Result<bool> {
    let tenant = scope.tenant_id();
    let open = sqlx::query_scalar!(
        r#"select state = 'open' as "open!" from services
           where tenant_id = $1 and id = $2 for share"#,
        tenant,
        service.0,
    )
    .fetch_optional(scope.conn())
    .await?;
    Ok(open.unwrap_or(false))
}

/// One change of a service at a time.
pub(super) async fn lock(scope: &mut Scope, service: ServiceId) -> Result<()> {
    let tenant = scope.tenant_id();
    sqlx::query!(
        "select id from services where tenant_id = $1 and id = $2 for update",
        tenant,
        service.0,
    )
    .fetch_one(scope.conn())
    .await?;
    Ok(())
}

/// The services whose published version names one of these versions of a process.
pub(super) async fn running(
    scope: &mut Scope,
    processes: &[ProcessVersionId],
) -> Result<Vec<String>> {
    let tenant = scope.tenant_id();
    let processes: Vec<Uuid> = processes.iter().map(|id| id.0).collect();
    let keys = sqlx::query_scalar!(
        "select s.key from services s
         join service_versions v on v.tenant_id = $1 and v.id = s.version_id
         where s.tenant_id = $1 and v.process_version_id = any($2) order by s.key",
        tenant,
        &processes,
    )
    .fetch_all(scope.conn())
    .await?;
    Ok(keys)
}
