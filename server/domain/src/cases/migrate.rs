//! A case goes on with another version of its process.

use std::collections::HashMap;

use bpmn::{Change, Definition, Misfit, Plan, Position, WaitsFor};
use serde_json::{Map, Value};
use tenants::{Act, Scope};

use super::facts::CaseFacts;
use super::model::Case;
use super::{advance, hold, stake, store};
use crate::decisions::{self, Pinned};
use crate::events::Event;
use crate::incidents::{self, How, IncidentKind};
use crate::processes::{self, ProcessLine, instances};
use crate::{CaseId, Error, ProcessVersionId, Result, deadlines, tasks};

/// What becomes of one case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Outcome {
    Moved,
    /// It no longer runs by the old version.
    Gone,
    Misfit(Misfit),
}

/// Move one case, under its lock: with all that waits for it, or not at all.
pub(crate) async fn migrate(
    scope: &mut Scope,
    id: CaseId,
    (from, to): (&ProcessLine, &ProcessLine),
    plan: &Plan,
) -> Result<Outcome> {
    let mut case = hold::hold(scope, id).await?;
    let stake = stake::stake(scope, &case).await?;
    scope.allow(Act::Work, &stake)?;
    if case.process != from.id || !case.is_open() {
        return Ok(Outcome::Gone);
    }
    let old = processes::definition(scope, from.id).await?;
    let new = processes::definition(scope, to.id).await?;
    let decisions = decisions::pinned(scope, to.id).await?;
    let facts = CaseFacts { vars: &case.vars, decisions: &decisions };
    let moved = bpmn::migrate((&old, &new), plan, &mut case.position, &facts);
    let moved = match moved {
        Ok(moved) => moved,
        Err(misfits) => {
            let first = misfits.into_iter().next().ok_or(Error::Missing("misfit"))?;
            return Ok(Outcome::Misfit(first));
        }
    };
    let stood_still = advance::stands_still(&old, &case);
    case.process = to.id;
    case.note(Event::Migrated { from: from.version, to: to.version });
    joins_are_asked_anew(scope, &case).await?;
    for change in moved.changes {
        write(scope, &case, &new, change).await?;
    }
    advance::carry_all(scope, &mut case, (&new, stood_still), moved.effects).await?;
    hold::save(scope, case).await?;
    Ok(Outcome::Moved)
}

/// Whether a join still waits in vain is told anew.
async fn joins_are_asked_anew(scope: &mut Scope, case: &Case) -> Result<()> {
    if !case.troubled {
        return Ok(());
    }
    for incident in incidents::of_case(scope, case.id).await? {
        if matches!(incident.kind, IncidentKind::Deadlock | IncidentKind::OrJoinCycle) {
            incidents::resolve(scope, incident.id, How::Moved, (None, None)).await?;
        }
    }
    Ok(())
}

async fn write(
    scope: &mut Scope,
    case: &Case,
    definition: &Definition,
    change: Change,
) -> Result<()> {
    match change {
        Change::Rests { token, from, to, on } => {
            let node = definition.node(&to).ok_or(Error::Missing("step"))?;
            match on {
                WaitsFor::Task => {
                    let asked = advance::asked(case, token, node);
                    tasks::rename(scope, case.id, token, asked.as_ref().unwrap_or(node)).await?;
                }
                WaitsFor::Service => instances::rename_run(scope, case.id, token, &to).await?,
                _ => {}
            }
            if case.troubled {
                incidents::rename(scope, case.id, (token, &from, &to)).await?;
            }
            Ok(())
        }
        Change::Timer { token, from, to, anew } => {
            let event = definition.node(&to).ok_or(Error::Missing("step"))?;
            deadlines::rename(scope, case.id, (token, &from), (event, anew.as_ref())).await
        }
    }
}

/// How many cases run by each version.
pub(crate) async fn count_running(scope: &mut Scope) -> Result<HashMap<ProcessVersionId, i64>> {
    store::count_running(scope).await
}

/// A running case as far as a trial of a plan needs it.
pub(crate) type Running = (CaseId, Position, Map<String, Value>);

/// Running cases of a version, behind one of them.
pub(crate) async fn running(
    scope: &mut Scope,
    process: ProcessVersionId,
    page: (Option<CaseId>, i64),
) -> Result<Vec<Running>> {
    store::running(scope, process, page).await
}

/// What a plan would do to a position. Nothing is kept.
pub(crate) fn try_out(
    versions: (&Definition, &Definition),
    decisions: &Pinned,
    plan: &Plan,
    (_, position, vars): &Running,
) -> Result<(), Vec<Misfit>> {
    let mut position = position.clone();
    bpmn::migrate(versions, plan, &mut position, &CaseFacts { vars, decisions }).map(drop)
}
