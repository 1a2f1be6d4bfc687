//! The table `process_versions`.

use serde_json::Value;
use tenants::Scope;

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
