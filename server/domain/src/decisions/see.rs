//! Looking at a decision, and holding a draft to change it.

use tenants::{Act, Agency, Scope};

use super::{Decision, Draft, Handle, store};
use crate::organisation::admit_admin;
use crate::{Error, Refusal, Result};

/// A decision with its versions and its draft.
pub async fn see(scope: &mut Scope, key: &str) -> Result<Decision> {
    admit_admin(scope)?;
    let versions = store::versions(scope, key).await?;
    let draft = store::draft(scope, key).await?;
    if versions.is_empty() && draft.is_none() {
        return Err(Error::Missing("decision"));
    }
    Ok(Decision { key: key.to_owned(), versions, draft })
}

/// A draft to change, in the state in which its editor saw it. It is locked until the call ends.
pub(super) async fn hold(scope: &mut Scope, handle: Handle<'_>) -> Result<Draft> {
    scope.allow(Act::Configure, &Agency)?;
    store::lock_draft(scope, handle.key).await?;
    let draft = store::draft(scope, handle.key).await?.ok_or(Error::Missing("decision"))?;
    if draft.rev == handle.rev {
        return Ok(draft);
    }
    let by = draft.edited_by.unwrap_or_default();
    Err(Refusal::ChangedMeanwhile { by, at: draft.edited_at }.into())
}

/// What is wrong with a table, as a flaw of a form: its words stand under `form-decision-…`.
pub fn flaw(flaw: &rules::tables::Flaw) -> forms::Flaw {
    let code = format!("decision-{}", flaw.fault.code());
    forms::Flaw::new(code).with("detail", flaw.fault.detail().as_str())
}
