//! Publishing a draft.

use forms::Problems;
use sha2::{Digest, Sha256};
use tenants::Scope;

use super::{Draft, Handle, see, store};
use crate::{DecisionVersionId, Error, Refusal, Result};

/// Make the draft the decision's next version. Everything that is wrong is told at once, each under
/// its place; the draft is kept. Processes that are published already go on deciding by the version
/// they were published with.
pub async fn publish(scope: &mut Scope, handle: Handle<'_>) -> Result<DecisionVersionId> {
    let held = match see::hold(scope, handle).await {
        Err(Error::Missing(_)) => return Err(gone(scope, handle.key).await?),
        held => held?,
    };
    if !held.flaws.is_empty() {
        return Err(Error::Invalid(problems(&held)));
    }
    let id = DecisionVersionId::new();
    store::insert_version(scope, id, &held, &Sha256::digest(&held.xml)).await?;
    store::delete_draft(scope, &held.key).await?;
    Ok(id)
}

fn problems(draft: &Draft) -> Problems {
    let mut problems = Problems::default();
    for (number, flaw) in draft.flaws.iter().enumerate() {
        let place = flaw.place.to_string();
        problems.insert(format!("{:03} {place}", number + 1), see::flaw(flaw));
    }
    problems
}

/// Somebody published it meanwhile, or gave it up.
async fn gone(scope: &mut Scope, key: &str) -> Result<Error> {
    let Some(last) = store::versions(scope, key).await?.into_iter().next() else {
        return Ok(Error::Missing("decision"));
    };
    let by = last.published_by.unwrap_or_default();
    Ok(Refusal::AlreadyDone { by, at: last.published_at }.into())
}
