//! The list of services.

use std::sync::Arc;

use tenants::{Act, Scope};

use super::model::Catalogue;
use super::{Service, see, store};
use crate::{Result, ServiceVersionId};

/// A service in the list.
pub type ServiceLine = Arc<Service>;

/// The services that are open for requests, in the agency's order.
pub async fn list(scope: &mut Scope) -> Result<Vec<ServiceLine>> {
    scope.allow(Act::List, &Catalogue)?;
    let versions = store::open_versions(scope).await?;
    let mut services = Vec::with_capacity(versions.len());
    for id in versions {
        services.push(see::version(scope, ServiceVersionId(id)).await?);
    }
    Ok(services)
}
