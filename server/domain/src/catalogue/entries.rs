//! The services as the agency's admins see them.

use std::sync::Arc;

use tenants::{Act, Scope};

use super::model::Configured;
use super::{Entry, Service, VersionLine, see, store};
use crate::organisation::admit_admin;
use crate::{Error, ProcessVersionId, Result};

/// Every service, open or closed, each as it is published now.
pub async fn entries(scope: &mut Scope) -> Result<Vec<(Entry, Arc<Service>)>> {
    admit_admin(scope)?;
    let entries = store::entries(scope, None).await?;
    let mut whole = Vec::with_capacity(entries.len());
    for entry in entries {
        let service = see::version(scope, entry.version.id).await?;
        whole.push((entry, service));
    }
    Ok(whole)
}

/// One of them.
pub async fn entry(scope: &mut Scope, key: &str) -> Result<(Entry, Arc<Service>)> {
    admit_admin(scope)?;
    let entry = find(scope, key).await?;
    let service = see::version(scope, entry.version.id).await?;
    Ok((entry, service))
}

/// What was published of a service, newest first.
pub async fn versions(scope: &mut Scope, key: &str) -> Result<Vec<VersionLine>> {
    admit_admin(scope)?;
    let entry = find(scope, key).await?;
    store::versions(scope, entry.id).await
}

/// A service as one of its versions said it.
pub async fn version_of(
    scope: &mut Scope,
    key: &str,
    number: i32,
) -> Result<(VersionLine, Arc<Service>)> {
    let versions = versions(scope, key).await?;
    let line = versions.into_iter().find(|line| line.number == number);
    let line = line.ok_or(Error::Missing("version"))?;
    let service = see::version(scope, line.id).await?;
    Ok((line, service))
}

/// The same, for a verb that has asked its own question.
pub(crate) async fn find(scope: &mut Scope, key: &str) -> Result<Entry> {
    store::entries(scope, Some(key)).await?.pop().ok_or(Error::Missing("service"))
}

/// A service to change, locked until the call ends.
pub(crate) async fn hold(scope: &mut Scope, key: &str) -> Result<Entry> {
    // Whether there is such a service is not for everybody to find out.
    admit_admin(scope)?;
    let entry = find(scope, key).await?;
    scope.allow(Act::Configure, &Configured(entry.id))?;
    store::lock(scope, entry.id).await?;
    find(scope, key).await
}

/// The keys of the services whose cases run through one of these versions of a process now.
pub(crate) async fn running(
    scope: &mut Scope,
    processes: &[ProcessVersionId],
) -> Result<Vec<String>> {
    store::running(scope, processes).await
}
