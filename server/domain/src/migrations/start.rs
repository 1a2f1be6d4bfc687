//! Starting a migration, and stopping it.

use tenants::{Act, Scope};
use uuid::Uuid;

use super::trial::{AT_ONCE, both};
use super::{MigrationPlan, store, trial};
use crate::cases::migrate;
use crate::jobs::{self, JobKind};
use crate::organisation::Part;
use crate::{CaseId, Error, MigrationId, Refusal, Result, StaffId};

/// Move every running case of the old version, one after the other, by jobs. `id` is minted with the
/// form: sent twice, it is started once.
///
/// # Errors
/// `Refused(PlanIncomplete)` where some case could not be moved by the plan.
pub async fn start(
    scope: &mut Scope,
    id: MigrationId,
    plan: &MigrationPlan,
) -> Result<MigrationId> {
    let (from, _) = both(scope, (plan.from, plan.to)).await?;
    scope.allow(Act::Configure, &Part::from(from.id))?;
    if store::find(scope, id).await?.is_some() {
        return Ok(id);
    }
    if trial(scope, plan).await?.misfitting > 0 {
        return Err(Refusal::PlanIncomplete.into());
    }
    store::insert(scope, id, plan, staff(scope)).await?;
    let mut after: Option<CaseId> = None;
    loop {
        let cases = migrate::running(scope, from.id, (after, AT_ONCE)).await?;
        let Some((last, ..)) = cases.last() else { break };
        after = Some(*last);
        let ids: Vec<(Uuid, Uuid)> =
            cases.iter().map(|(case, ..)| (Uuid::now_v7(), case.0)).collect();
        store::insert_cases(scope, id, &ids).await?;
        let jobs: Vec<Uuid> = ids.iter().map(|(job, _)| *job).collect();
        jobs::enqueue_all(scope, JobKind::MigrateCase, &jobs).await?;
    }
    Ok(id)
}

/// Stop it: what is under way is finished, the rest stays where it is.
pub async fn stop(scope: &mut Scope, id: MigrationId) -> Result<()> {
    let found = store::find(scope, id).await?.ok_or(Error::Missing("migration"))?;
    scope.allow(Act::Configure, &Part::from(found.from))?;
    if store::stop(scope, id, staff(scope)).await? {
        let jobs = store::leave_waiting(scope, id).await?;
        jobs::remove_all(scope, &jobs).await?;
    }
    Ok(())
}

fn staff(scope: &Scope) -> Option<StaffId> {
    scope.caller().staff().map(|member| StaffId(member.staff))
}
