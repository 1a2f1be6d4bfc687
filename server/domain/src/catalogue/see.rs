//! One service.

use std::sync::{Arc, LazyLock};

use moka::sync::Cache;
use tenants::{Act, Scope, TenantId};

use super::{Service, store};
use crate::{Error, Refusal, Result, ServiceVersionId};

static VERSIONS: LazyLock<Cache<(TenantId, ServiceVersionId), Arc<Service>>> =
    LazyLock::new(|| Cache::new(5_000));

/// The service with this key, as it is published now.
pub async fn see(scope: &mut Scope, key: &str) -> Result<Arc<Service>> {
    let service = published(scope, key).await?;
    scope.allow(Act::See, service.as_ref())?;
    Ok(service)
}

/// The same, for a verb that asks its own question.
pub(crate) async fn published(scope: &mut Scope, key: &str) -> Result<Arc<Service>> {
    let id = store::published_version(scope, key).await?.ok_or(Error::Missing("service"))?;
    version(scope, ServiceVersionId(id)).await
}

/// The same, told apart from a service that there is and that takes no requests now.
pub(crate) async fn open(scope: &mut Scope, key: &str) -> Result<Arc<Service>> {
    match published(scope, key).await {
        Err(Error::Missing(_)) if store::exists(scope, key).await? => {
            Err(Refusal::ServiceClosed.into())
        }
        found => found,
    }
}

/// A version that a draft or a case stands on. It never changes, so it is read once.
pub(crate) async fn version(scope: &mut Scope, id: ServiceVersionId) -> Result<Arc<Service>> {
    let key = (scope.tenant().id, id);
    if let Some(service) = VERSIONS.get(&key) {
        return Ok(service);
    }
    let service = store::version(scope, id).await?.ok_or(Error::Missing("service"))?;
    let service = Arc::new(service);
    VERSIONS.insert(key, service.clone());
    Ok(service)
}
