//! Publishing a revision.

use forms::Problems;
use tenants::Scope;

use super::check::shortfalls;
use super::{Handle, Revision, see, store};
use crate::catalogue::{self, NewService};
use crate::{Error, Refusal, Result};

/// Make the revision the service's next version. Whatever is missing is told at once; requests that
/// were begun and cases that run stay on the version they began with.
pub async fn publish(scope: &mut Scope, handle: Handle<'_>) -> Result<()> {
    let held = match see::hold(scope, handle).await {
        Err(Error::Missing("revision")) => return Err(gone(scope, handle.key).await?),
        held => held?,
    };
    let found = shortfalls(scope, &held).await?;
    if !found.is_empty() {
        let mut problems = Problems::default();
        for missing in found {
            problems.insert(missing.key(), missing.flaw);
        }
        return Err(Error::Invalid(problems));
    }
    let service = held.entry.id;
    catalogue::publish(scope, next(held)).await?;
    store::delete(scope, service).await
}

fn next(held: Revision) -> NewService {
    NewService {
        code: held.sheet.code.clone(),
        key: held.entry.key,
        position: held.entry.position,
        sheet: held.sheet,
        form: held.form.as_json().clone(),
        process: held.process,
    }
}

/// Somebody published it meanwhile, or gave it up.
async fn gone(scope: &mut Scope, key: &str) -> Result<Error> {
    let last = catalogue::find(scope, key).await?.version;
    if last.number == 1 {
        return Ok(Error::Missing("revision"));
    }
    let by = last.published_by.unwrap_or_default();
    Ok(Refusal::AlreadyDone { by, at: last.published_at }.into())
}
