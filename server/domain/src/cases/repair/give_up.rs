//! A job of a case was tried as often as it may be.

use tenants::{Act, Scope};

use super::settle::met;
use crate::cases::{hold, stake};
use crate::incidents::{Found, IncidentKind};
use crate::jobs::{self, JobKind, Taken};
use crate::processes::instances;
use crate::{CaseId, Result, deadlines};

/// Take a job off for good. Where a case waits for it, that is an incident, in the same
/// transaction: neither is there without the other. `failure` is a kind, never a text.
pub async fn give_up(scope: &mut Scope, job: &Taken, failure: &str) -> Result<()> {
    let Some((case, _, _)) = place(scope, job).await? else {
        jobs::give_up(scope, job, failure).await?;
        return Ok(());
    };
    let mut case = hold::hold(scope, case).await?;
    let stake = stake::stake(scope, &case).await?;
    scope.allow(Act::Work, &stake)?;
    // What was enqueued anew meanwhile is not given up.
    if !jobs::give_up(scope, job, failure).await? {
        return Ok(());
    }
    if let Some((_, token, node)) = place(scope, job).await? {
        let (kind, job) = (IncidentKind::Job, Some(job.id));
        met(scope, &mut case, Found { token, node: &node, kind, detail: failure, job }).await?;
    }
    hold::save(scope, case).await
}

/// Where a case waits for the job, if one does.
async fn place(scope: &mut Scope, job: &Taken) -> Result<Option<(CaseId, u64, String)>> {
    Ok(match job.kind {
        JobKind::RunService => {
            let run = instances::run(scope, job.subject).await?;
            run.map(|run| (run.case, run.token, run.node))
        }
        JobKind::FireTimer => {
            let timer = deadlines::armed(scope, job.subject).await?;
            timer.map(|timer| (timer.case, timer.token, timer.node))
        }
        _ => None,
    })
}
