//! The table `process_versions`.

use serde_json::Value;
use tenants::Scope;

use super::ProcessLine;
use crate::{ProcessVersionId, Result};

pub(super) struct NewVersion<'a> {
    pub(super) id: ProcessVersionId,
    pub(super) key: &'a str,
    pub(super) xml: &'a str,
    pub(super) graph: Value,
    pub(super) sha256: Vec<u8>,
}

pub(super) async fn insert(scope: &mut Scope, new: NewVersion<'_>) -> Result<ProcessVersionId> {
    let (tenant, now) = (scope.tenant_id(), scope.now());
    sqlx::query!(
        "insert into process_versions
             (tenant_id, id, key, version, bpmn_xml, graph, sha256, state, published_at)
         select $1, $2, $3,
                1 + coalesce((select max(version) from process_versions
                              where tenant_id = $1 and key = $3), 0),
                $4, $5, $6, 'published', $7",
        tenant,
        new.id.0,
        new.key,
        new.xml,
        new.graph,
        new.sha256,
        now,
    )
    .execute(scope.conn())
    .await?;
    Ok(new.id)
}

pub(super) async fn graph(scope: &mut Scope, id: ProcessVersionId) -> Result<Option<Value>> {
    let tenant = scope.tenant_id();
    let graph = sqlx::query_scalar!(
        "select graph from process_versions where tenant_id = $1 and id = $2",
        tenant,
        id.0,
    )
    .fetch_optional(scope.conn())
    .await?;
    Ok(graph)
}

/// Every published version, by key and the newest first; or the one with this id.
pub(super) async fn lines(
    scope: &mut Scope,
    id: Option<ProcessVersionId>,
) -> Result<Vec<ProcessLine>> {
    let tenant = scope.tenant_id();
    let rows = sqlx::query!(
        "select id, key, version, published_at from process_versions
         where tenant_id = $1 and ($2::uuid is null or id = $2) and state <> 'draft'
         order by key, version desc",
        tenant,
        id.map(|id| id.0),
    )
    .fetch_all(scope.conn())
    .await?;
    let lines = rows.into_iter().map(|row| ProcessLine {
        id: ProcessVersionId(row.id),
        key: row.key,
        version: row.version,
        published_at: row.published_at,
    });
    Ok(lines.collect())
}

pub(super) async fn xml(scope: &mut Scope, id: ProcessVersionId) -> Result<Option<String>> {
    let tenant = scope.tenant_id();
    let xml = sqlx::query_scalar!(
        "select bpmn_xml from process_versions where tenant_id = $1 and id = $2",
        tenant,
        id.0,
    )
    .fetch_optional(scope.conn())
    .await?;
    Ok(xml)
}
