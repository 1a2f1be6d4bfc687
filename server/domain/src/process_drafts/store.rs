//! The table `process_drafts`; the names of editors come with it from `staff`, to which it refers.

use tenants::Scope;

use super::Line;
use super::model::Held;
use crate::{ProcessDraftId, ProcessVersionId, Result};

pub(super) struct NewDraft<'a> {
    pub(super) key: &'a str,
    pub(super) base: Option<ProcessVersionId>,
    pub(super) xml: &'a str,
}

/// Begin a draft, unless the process has one; its id.
pub(super) async fn insert(scope: &mut Scope, new: NewDraft<'_>) -> Result<ProcessDraftId> {
    let (tenant, now) = (scope.tenant_id(), scope.now());
    let by = scope.caller().staff().map(|member| member.staff);
    sqlx::query!(
        "insert into process_drafts
             (tenant_id, id, key, base_version_id, xml, updated_at, updated_by)
         values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (tenant_id, key) do nothing",
        tenant,
        ProcessDraftId::new().0,
        new.key,
        new.base.map(|id| id.0),
        new.xml,
        now,
        by,
    )
    .execute(scope.conn())
    .await?;
    let id = sqlx::query_scalar!(
        "select id from process_drafts where tenant_id = $1 and key = $2",
        tenant,
        new.key,
    )
    .fetch_one(scope.conn())
    .await?;
    Ok(ProcessDraftId(id))
}

/// Lock a draft until the call ends; false where there is none.
pub(super) async fn lock(scope: &mut Scope, id: ProcessDraftId) -> Result<bool> {
    let tenant = scope.tenant_id();
    let found = sqlx::query_scalar!(
        "select id from process_drafts where tenant_id = $1 and id = $2 for update",
        tenant,
        id.0,
    )
    .fetch_optional(scope.conn())
    .await?;
    Ok(found.is_some())
}

pub(super) async fn held(scope: &mut Scope, id: ProcessDraftId) -> Result<Option<Held>> {
    let tenant = scope.tenant_id();
    let row = sqlx::query!(
        r#"select d.id, d.key, d.xml, d.rev, d.base_version_id, d.updated_at,
                  m.name as "updated_by?"
           from process_drafts d
           left join staff m on m.tenant_id = $1 and m.id = d.updated_by
           where d.tenant_id = $1 and d.id = $2"#,
        tenant,
        id.0,
    )
    .fetch_optional(scope.conn())
    .await?;
    Ok(row.map(|row| Held {
        id: ProcessDraftId(row.id),
        key: row.key,
        xml: row.xml,
        rev: row.rev,
        base: row.base_version_id.map(ProcessVersionId),
        updated_by: row.updated_by,
        updated_at: row.updated_at,
    }))
}

/// Every draft of the agency, by key.
pub(super) async fn lines(scope: &mut Scope) -> Result<Vec<Line>> {
    let tenant = scope.tenant_id();
    let rows = sqlx::query!(
        r#"select d.id, d.key, d.updated_at, m.name as "updated_by?"
           from process_drafts d
           left join staff m on m.tenant_id = $1 and m.id = d.updated_by
           where d.tenant_id = $1 order by d.key"#,
        tenant,
    )
    .fetch_all(scope.conn())
    .await?;
    let lines = rows.into_iter().map(|row| Line {
        id: ProcessDraftId(row.id),
        key: row.key,
        updated_by: row.updated_by,
        updated_at: row.updated_at,
    });
    Ok(lines.collect())
}

/// Save what was written. The draft is locked, so nobody saves between.
pub(super) async fn update(scope: &mut Scope, id: ProcessDraftId, xml: &str) -> Result<()> {
    let (tenant, now) = (scope.tenant_id(), scope.now());
    let by = scope.caller().staff().map(|member| member.staff);
    sqlx::query!(
        "update process_drafts set xml = $3, rev = rev + 1, updated_at = $4, updated_by = $5
         where tenant_id = $1 and id = $2",
        tenant,
        id.0,
        xml,
        now,
        by,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}

pub(super) async fn delete(scope: &mut Scope, id: ProcessDraftId) -> Result<()> {
    let tenant = scope.tenant_id();
    sqlx::query!("delete from process_drafts where tenant_id = $1 and id = $2", tenant, id.0)
        .execute(scope.conn())
        .await?;
    Ok(())
}
