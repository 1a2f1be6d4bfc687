//! Looking at a revision, and holding one to change it.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use tenants::Scope;

use super::model::Saved;
use super::{Handle, Revision, store};
use crate::{Error, Refusal, Result, ServiceId, catalogue, organisation};

/// The revision of a service; nothing while none was begun.
pub async fn see(scope: &mut Scope, key: &str) -> Result<Option<Revision>> {
    organisation::admit_admin(scope)?;
    let entry = catalogue::find(scope, key).await?;
    let found = store::content(scope, entry.id).await?;
    Ok(found.map(|(content, saved)| Revision::new(entry, content, saved)))
}

/// Of which services a revision was begun, when each was saved last and by whom.
pub async fn list(scope: &mut Scope) -> Result<HashMap<ServiceId, (DateTime<Utc>, String)>> {
    organisation::admit_admin(scope)?;
    let saved = store::all(scope).await?;
    let of = |saved: Saved| (saved.service, (saved.at, saved.by.unwrap_or_default()));
    Ok(saved.into_iter().map(of).collect())
}

/// A revision to change, in the state in which its editor saw it. The service is locked until the
/// call ends.
pub(super) async fn hold(scope: &mut Scope, handle: Handle<'_>) -> Result<Revision> {
    let entry = catalogue::hold(scope, handle.key).await?;
    let (content, saved) =
        store::content(scope, entry.id).await?.ok_or(Error::Missing("revision"))?;
    let revision = Revision::new(entry, content, saved);
    if revision.rev == handle.rev {
        return Ok(revision);
    }
    let by = revision.edited_by.unwrap_or_default();
    Err(Refusal::ChangedMeanwhile { by, at: revision.edited_at }.into())
}
