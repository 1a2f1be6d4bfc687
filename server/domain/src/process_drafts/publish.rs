//! Publishing a draft.

use forms::{Flaw, Problems};
use tenants::Scope;

use super::{ProcessDraft, see, store};
use crate::catalogue::{self, NewService};
use crate::{Error, ProcessDraftId, ProcessVersionId, Result, processes, revisions};

/// Make the draft the next version of its process, and of every service that runs through it.
/// Whatever is wrong is told at once; cases that run stay on the version they began with.
pub async fn publish(scope: &mut Scope, id: ProcessDraftId, rev: i32) -> Result<ProcessVersionId> {
    let version = ProcessVersionId(id.0);
    let held = match see::hold(scope, id, rev).await {
        // Published by the first of two clicks.
        Err(Error::Missing(_)) => return Ok(processes::find(scope, version).await?.id),
        held => held?,
    };
    let draft = see::whole(scope, held).await?;
    if !draft.is_sound() {
        return Err(Error::Invalid(problems(&draft)));
    }
    let before: Vec<_> =
        processes::versions(scope, &draft.key).await?.into_iter().map(|line| line.id).collect();
    processes::publish_as(scope, version, (&draft.key, &draft.xml)).await?;
    for key in &draft.services {
        take(scope, key, version).await?;
    }
    revisions::follow(scope, &before, version).await?;
    store::delete(scope, id).await?;
    Ok(version)
}

/// The next version of a service, which differs in its process alone.
async fn take(scope: &mut Scope, key: &str, process: ProcessVersionId) -> Result<()> {
    let entry = catalogue::hold(scope, key).await?;
    let service = catalogue::version(scope, entry.version.id).await?;
    let next = NewService {
        key: entry.key,
        code: service.code.clone(),
        position: entry.position,
        sheet: service.sheet.clone(),
        form: service.form.as_json().clone(),
        process,
    };
    catalogue::publish(scope, next).await?;
    Ok(())
}

fn problems(draft: &ProcessDraft) -> Problems {
    let mut found = Problems::default();
    for problem in draft.problems.iter().filter(|problem| problem.kind.is_error()) {
        let at = problem.element.as_deref().unwrap_or("process");
        found.insert(at, Flaw::new("process-unsound"));
    }
    for missing in &draft.missing {
        found.insert(missing.key(), missing.flaw.clone());
    }
    found
}
