//! A planted fault, which the kill test must be able to see. In no other build.

use std::sync::Arc;
use std::time::Duration;

use tenants::{Caller, Desks, Scope, Tenant};

use super::{store, tell};
use crate::events::Event;
use crate::notices::NoticeKind;
use crate::{CaseId, Error, Result};

/// Long enough that a server which is killed at some moment leaves a few people untold.
const LATER: Duration = Duration::from_millis(1500);

/// With the fail point `notice-after-commit`, a notice is written in a second transaction some time
/// after the one that it tells of: a server that dies in between tells nobody.
pub(super) fn tells_after_the_commit(
    scope: &Scope,
    case: CaseId,
    kind: NoticeKind,
    event: &Event,
) -> bool {
    fail::fail_point!("notice-after-commit", |_| {
        let (desks, tenant, event) = (scope.desks().clone(), scope.tenant().clone(), event.clone());
        tokio::spawn(async move {
            tokio::time::sleep(LATER).await;
            if let Err(error) = tell(desks, tenant, case, (kind, event)).await {
                tracing::warn!(%error, "a planted fault could not tell an applicant");
            }
        });
        true
    });
    false
}

async fn tell(
    desks: Desks,
    tenant: Arc<Tenant>,
    case: CaseId,
    (kind, event): (NoticeKind, Event),
) -> Result<()> {
    let mut scope = desks.enter(&tenant, Caller::Worker(tenant.id)).await?;
    let case = store::case(&mut scope, case).await?.ok_or(Error::Missing("case"))?;
    tell::applicant(&mut scope, &case, kind, &event).await?;
    Ok(scope.commit().await?)
}
