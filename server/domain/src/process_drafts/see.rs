//! Looking at a draft, and holding one to change it.

use tenants::{Act, Scope};

use super::check::{self, Findings};
use super::model::Held;
use super::{Line, ProcessDraft, store};
use crate::organisation::{self, Part};
use crate::{Error, ProcessDraftId, Refusal, Result};

/// A draft with everything that is wrong with it.
pub async fn see(scope: &mut Scope, id: ProcessDraftId) -> Result<ProcessDraft> {
    organisation::admit_admin(scope)?;
    let held = store::held(scope, id).await?.ok_or(Error::Missing("process draft"))?;
    whole(scope, held).await
}

/// Every draft of the agency, by key.
pub async fn list(scope: &mut Scope) -> Result<Vec<Line>> {
    organisation::admit_admin(scope)?;
    store::lines(scope).await
}

pub(super) async fn whole(scope: &mut Scope, held: Held) -> Result<ProcessDraft> {
    let Findings { definition, problems, missing, services } = check::check(scope, &held).await?;
    let Held { id, key, xml, rev, base, updated_by, updated_at } = held;
    Ok(ProcessDraft {
        id,
        key,
        xml,
        rev,
        base,
        updated_by,
        updated_at,
        definition,
        problems,
        missing,
        services,
    })
}

/// A draft to change, locked until the call ends, in whatever state it is.
pub(super) async fn lock(scope: &mut Scope, id: ProcessDraftId) -> Result<Held> {
    // Whether there is such a draft is not for everybody to find out.
    organisation::admit_admin(scope)?;
    if !store::lock(scope, id).await? {
        return Err(Error::Missing("process draft"));
    }
    scope.allow(Act::Configure, &Part::from(id))?;
    store::held(scope, id).await?.ok_or(Error::Missing("process draft"))
}

/// The same in the state in which its editor saw it.
pub(super) async fn hold(scope: &mut Scope, id: ProcessDraftId, rev: i32) -> Result<Held> {
    let held = lock(scope, id).await?;
    if held.rev == rev { Ok(held) } else { Err(changed(held).into()) }
}

/// Somebody saved it after it was opened here.
pub(super) fn changed(held: Held) -> Refusal {
    Refusal::ChangedMeanwhile { by: held.updated_by.unwrap_or_default(), at: held.updated_at }
}
