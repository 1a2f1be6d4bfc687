//! The table `service_drafts`; the names of editors come with it from `staff`, to which it refers.

use anyhow::anyhow;
use forms::Form;
use tenants::Scope;
use uuid::Uuid;

use super::model::{Content, Saved};
use crate::{ProcessVersionId, Result, ServiceId};

/// Begin a revision, unless there is one.
pub(super) async fn insert(scope: &mut Scope, service: ServiceId, content: &Content) -> Result<()> {
    let (tenant, now) = (scope.tenant_id(), scope.now());
    let by = scope.caller().staff().map(|member| member.staff);
    sqlx::query!(
        "insert into service_drafts
             (tenant_id, service_id, sheet, form, process_version_id, edited_by, edited_at)
         values ($1, $2, $3, $4, $5, $6, $7)
         on conflict do nothing",
        tenant,
        service.0,
        serde_json::to_value(&content.sheet)?,
        content.form.as_json(),
        content.process.0,
        by,
        now,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}

pub(super) async fn content(
    scope: &mut Scope,
    service: ServiceId,
) -> Result<Option<(Content, Saved)>> {
    let tenant = scope.tenant_id();
    let row = sqlx::query!(
        r#"select d.sheet, d.form, d.process_version_id, d.rev, d.edited_at, m.name as "edited_by?"
           from service_drafts d
           left join staff m on m.tenant_id = $1 and m.id = d.edited_by
           where d.tenant_id = $1 and d.service_id = $2"#,
        tenant,
        service.0,
    )
    .fetch_optional(scope.conn())
    .await?;
    let Some(row) = row else { return Ok(None) };
    let content = Content {
        sheet: serde_json::from_value(row.sheet)?,
        form: Form::parse(&row.form).map_err(|p| anyhow!("the form of a revision: {p:?}"))?,
        process: ProcessVersionId(row.process_version_id),
    };
    let saved = Saved { service, rev: row.rev, by: row.edited_by, at: row.edited_at };
    Ok(Some((content, saved)))
}

/// When each revision of the agency was saved last.
pub(super) async fn all(scope: &mut Scope) -> Result<Vec<Saved>> {
    let tenant = scope.tenant_id();
    let rows = sqlx::query!(
        r#"select d.service_id, d.rev, d.edited_at, m.name as "edited_by?"
           from service_drafts d
           left join staff m on m.tenant_id = $1 and m.id = d.edited_by
           where d.tenant_id = $1"#,
        tenant,
    )
    .fetch_all(scope.conn())
    .await?;
    let saved = rows.into_iter().map(|row| Saved {
        service: ServiceId(row.service_id),
        rev: row.rev,
        by: row.edited_by,
        at: row.edited_at,
    });
    Ok(saved.collect())
}

/// Save what was written. The service is locked, so nobody saves between.
pub(super) async fn update(scope: &mut Scope, service: ServiceId, content: &Content) -> Result<()> {
    let (tenant, now) = (scope.tenant_id(), scope.now());
    let by = scope.caller().staff().map(|member| member.staff);
    sqlx::query!(
        "update service_drafts
         set sheet = $3, form = $4, process_version_id = $5, rev = rev + 1,
             edited_by = $6, edited_at = $7
         where tenant_id = $1 and service_id = $2",
        tenant,
        service.0,
        serde_json::to_value(&content.sheet)?,
        content.form.as_json(),
        content.process.0,
        by,
        now,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}

pub(super) async fn delete(scope: &mut Scope, service: ServiceId) -> Result<()> {
    let tenant = scope.tenant_id();
    sqlx::query!(
        "delete from service_drafts where tenant_id = $1 and service_id = $2",
        tenant,
        service.0,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}

/// Who made it and on which state it stands is left as it is: nobody wrote anything.
pub(super) async fn follow(
    scope: &mut Scope,
    before: &[ProcessVersionId],
    now: ProcessVersionId,
) -> Result<()> {
    let tenant = scope.tenant_id();
    let before: Vec<Uuid> = before.iter().map(|id| id.0).collect();
    sqlx::query!(
        "update service_drafts set process_version_id = $3
         where tenant_id = $1 and process_version_id = any($2)",
        tenant,
        &before,
        now.0,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}
