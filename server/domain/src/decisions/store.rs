//! The tables `decision_versions`, `decision_drafts` and `process_decisions`; the names of editors
//! come with them from `staff`, to which they refer.

use std::collections::BTreeMap;

use rules::tables::{Decisions, Table};
use tenants::Scope;

use super::{Draft, Line, Version};
use crate::{DecisionVersionId, ProcessVersionId, Result};

/// What an author writes.
pub(super) struct Content {
    pub(super) name: String,
    pub(super) xml: String,
}

pub(super) async fn lines(scope: &mut Scope) -> Result<Vec<Line>> {
    let tenant = scope.tenant_id();
    let rows = sqlx::query!(
        r#"select coalesce(v.key, d.key) as "key!", coalesce(v.name, d.name) as "name!",
                  v.version as "version?", v.published_at as "published_at?",
                  d.edited_at as "edited_at?"
           from (select distinct on (key) key, name, version, published_at
                 from decision_versions where tenant_id = $1 order by key, version desc) v
           full join (select key, name, edited_at from decision_drafts where tenant_id = $1) d
                on d.key = v.key
           order by 1"#,
        tenant,
    )
    .fetch_all(scope.conn())
    .await?;
    let lines = rows.into_iter().map(|row| Line {
        key: row.key,
        name: row.name,
        version: row.version,
        published_at: row.published_at,
        edited_at: row.edited_at,
    });
    Ok(lines.collect())
}

/// The newest first.
pub(super) async fn versions(scope: &mut Scope, key: &str) -> Result<Vec<Version>> {
    let tenant = scope.tenant_id();
    let rows = sqlx::query!(
        r#"select v.id, v.version, v.name, v.dmn_xml, v.published_at, m.name as "published_by?"
           from decision_versions v
           left join staff m on m.tenant_id = $1 and m.id = v.published_by
           where v.tenant_id = $1 and v.key = $2 order by v.version desc"#,
        tenant,
        key,
    )
    .fetch_all(scope.conn())
    .await?;
    let versions = rows.into_iter().map(|row| Version {
        id: DecisionVersionId(row.id),
        number: row.version,
        name: row.name,
        xml: row.dmn_xml,
        published_by: row.published_by,
        published_at: row.published_at,
    });
    Ok(versions.collect())
}

pub(super) async fn draft(scope: &mut Scope, key: &str) -> Result<Option<Draft>> {
    let tenant = scope.tenant_id();
    let row = sqlx::query!(
        r#"select d.key, d.name, d.dmn_xml, d.rev, d.edited_at, m.name as "edited_by?"
           from decision_drafts d
           left join staff m on m.tenant_id = $1 and m.id = d.edited_by
           where d.tenant_id = $1 and d.key = $2"#,
        tenant,
        key,
    )
    .fetch_optional(scope.conn())
    .await?;
    Ok(row.map(|row| Draft {
        key: row.key,
        name: row.name,
        table: Table::read(&row.dmn_xml),
        flaws: Decisions::parse(&row.dmn_xml).err().unwrap_or_default(),
        xml: row.dmn_xml,
        rev: row.rev,
        edited_by: row.edited_by,
        edited_at: row.edited_at,
    }))
}

pub(super) async fn lock_draft(scope: &mut Scope, key: &str) -> Result<()> {
    let tenant = scope.tenant_id();
    sqlx::query!(
        "select rev from decision_drafts where tenant_id = $1 and key = $2 for update",
        tenant,
        key,
    )
    .fetch_optional(scope.conn())
    .await?;
    Ok(())
}

/// Begin a draft, unless there is one; says whether it was begun.
pub(super) async fn insert_draft(scope: &mut Scope, key: &str, content: &Content) -> Result<bool> {
    let (tenant, now) = (scope.tenant_id(), scope.now());
    let by = scope.caller().staff().map(|member| member.staff);
    let begun = sqlx::query!(
        "insert into decision_drafts (tenant_id, key, name, dmn_xml, edited_by, edited_at)
         values ($1, $2, $3, $4, $5, $6) on conflict do nothing",
        tenant,
        key,
        content.name,
        content.xml,
        by,
        now,
    )
    .execute(scope.conn())
    .await?;
    Ok(begun.rows_affected() == 1)
}

/// The draft is locked, so nobody saves between.
pub(super) async fn update_draft(scope: &mut Scope, key: &str, content: &Content) -> Result<()> {
    let (tenant, now) = (scope.tenant_id(), scope.now());
    let by = scope.caller().staff().map(|member| member.staff);
    sqlx::query!(
        "update decision_drafts
         set name = $3, dmn_xml = $4, rev = rev + 1, edited_by = $5, edited_at = $6
         where tenant_id = $1 and key = $2",
        tenant,
        key,
        content.name,
        content.xml,
        by,
        now,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}

pub(super) async fn delete_draft(scope: &mut Scope, key: &str) -> Result<()> {
    let tenant = scope.tenant_id();
    sqlx::query!("delete from decision_drafts where tenant_id = $1 and key = $2", tenant, key)
        .execute(scope.conn())
        .await?;
    Ok(())
}

pub(super) async fn insert_version(
    scope: &mut Scope,
    id: DecisionVersionId,
    draft: &Draft,
    sha256: &[u8],
) -> Result<()> {
    let (tenant, now) = (scope.tenant_id(), scope.now());
    let by = scope.caller().staff().map(|member| member.staff);
    sqlx::query!(
        "insert into decision_versions
             (tenant_id, id, key, version, name, dmn_xml, sha256, published_by, published_at)
         select $1, $2, $3,
                1 + coalesce((select max(version) from decision_versions
                              where tenant_id = $1 and key = $3), 0),
                $4, $5, $6, $7, $8",
        tenant,
        id.0,
        draft.key,
        draft.name,
        draft.xml,
        sha256,
        by,
        now,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}

/// The newest version of each of these decisions, where it has one: by its key, its id and its file.
pub(super) async fn newest(
    scope: &mut Scope,
    keys: &[String],
) -> Result<BTreeMap<String, (DecisionVersionId, String)>> {
    if keys.is_empty() {
        return Ok(BTreeMap::new());
    }
    let tenant = scope.tenant_id();
    let rows = sqlx::query!(
        "select distinct on (key) key, id, dmn_xml from decision_versions
         where tenant_id = $1 and key = any($2) order by key, version desc",
        tenant,
        keys,
    )
    .fetch_all(scope.conn())
    .await?;
    let rows = rows.into_iter();
    Ok(rows.map(|row| (row.key, (DecisionVersionId(row.id), row.dmn_xml))).collect())
}

pub(super) async fn pin(
    scope: &mut Scope,
    process: ProcessVersionId,
    key: &str,
    version: DecisionVersionId,
) -> Result<()> {
    let tenant = scope.tenant_id();
    sqlx::query!(
        "insert into process_decisions (tenant_id, process_version_id, key, decision_version_id)
         values ($1, $2, $3, $4)",
        tenant,
        process.0,
        key,
        version.0,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}

/// The decisions of a process, by the keys its steps name them by.
pub(super) async fn pinned(
    scope: &mut Scope,
    process: ProcessVersionId,
) -> Result<Vec<(String, String)>> {
    let tenant = scope.tenant_id();
    let rows = sqlx::query!(
        "select p.key, v.dmn_xml
         from process_decisions p
         join decision_versions v on v.tenant_id = $1 and v.id = p.decision_version_id
         where p.tenant_id = $1 and p.process_version_id = $2",
        tenant,
        process.0,
    )
    .fetch_all(scope.conn())
    .await?;
    Ok(rows.into_iter().map(|row| (row.key, row.dmn_xml)).collect())
}
