//! The graph of a published version, compiled once.

use std::sync::{Arc, LazyLock};

use bpmn::Definition;
use moka::sync::Cache;
use tenants::{Scope, TenantId};

use super::store;
use crate::{Error, ProcessVersionId, Result};

static GRAPHS: LazyLock<Cache<(TenantId, ProcessVersionId), Arc<Definition>>> =
    LazyLock::new(|| Cache::new(2_000));

pub(crate) async fn definition(scope: &mut Scope, id: ProcessVersionId) -> Result<Arc<Definition>> {
    let key = (scope.tenant().id, id);
    if let Some(definition) = GRAPHS.get(&key) {
        return Ok(definition);
    }
    let graph = store::graph(scope, id).await?.ok_or(Error::Missing("process"))?;
    let definition: Arc<Definition> = Arc::new(serde_json::from_value(graph)?);
    GRAPHS.insert(key, definition.clone());
    Ok(definition)
}
