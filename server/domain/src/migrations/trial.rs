//! Trying a plan out, without changing anything.

use std::collections::BTreeMap;

use bpmn::{Definition, Node, WaitsFor, fits};
use tenants::Scope;

use super::{Finding, MigrationPlan, Trial};
use crate::cases::migrate;
use crate::organisation::admit_admin;
use crate::processes::{self, ProcessLine};
use crate::{Error, ProcessVersionId, Result, decisions};

/// A node of the old version at which something can wait, with those it can go to.
#[derive(Debug, Clone)]
pub struct Choice {
    pub node: String,
    /// How many tokens wait there now.
    pub waiting: i64,
    /// The ids of the nodes in the new version that fit; the same id stands first.
    pub goals: Vec<String>,
}

/// How many cases are read at a time.
pub(super) const AT_ONCE: i64 = 500;

/// Both versions of one process.
pub(super) async fn both(
    scope: &mut Scope,
    (from, to): (ProcessVersionId, ProcessVersionId),
) -> Result<(ProcessLine, ProcessLine)> {
    let (from, to) = (processes::find(scope, from).await?, processes::find(scope, to).await?);
    if from.key == to.key && from.id != to.id {
        Ok((from, to))
    } else {
        Err(Error::Missing("process"))
    }
}

/// Where what waits in one version can go in another.
pub async fn choices(
    scope: &mut Scope,
    versions: (ProcessVersionId, ProcessVersionId),
) -> Result<Vec<Choice>> {
    admit_admin(scope)?;
    let (from, to) = both(scope, versions).await?;
    let plan = MigrationPlan { from: from.id, to: to.id, steps: BTreeMap::new() };
    let waiting = trial(scope, &plan).await?.findings;
    let old = processes::definition(scope, from.id).await?;
    let new = processes::definition(scope, to.id).await?;
    let counted = |node: &Node| waiting.iter().find(|it| it.node == node.id);
    let nodes = old.nodes().filter(|node| rests(&old, node) || counted(node).is_some());
    let choice = |node: &Node| Choice {
        node: node.id.clone(),
        waiting: counted(node).map_or(0, |it| it.waiting),
        goals: goals(node, &new),
    };
    Ok(nodes.map(choice).collect())
}

/// Whether a token can rest at a node, joins included.
fn rests(definition: &Definition, node: &Node) -> bool {
    let incoming = definition.flows().filter(|flow| flow.to == node.id).count();
    node.kind.waits() || node.kind.is_gateway() && incoming > 1
}

fn goals(node: &Node, new: &Definition) -> Vec<String> {
    let fitting = new.nodes().filter(|goal| fits(node, goal).is_ok());
    let mut goals: Vec<String> = fitting.map(|goal| goal.id.clone()).collect();
    goals.sort_by_key(|goal| *goal != node.id);
    goals
}

/// What a plan would do to every running case of the old version.
pub async fn trial(scope: &mut Scope, plan: &MigrationPlan) -> Result<Trial> {
    admit_admin(scope)?;
    let (from, to) = both(scope, (plan.from, plan.to)).await?;
    let old = processes::definition(scope, from.id).await?;
    let new = processes::definition(scope, to.id).await?;
    let decisions = decisions::pinned(scope, to.id).await?;
    let (mut trial, mut found, mut after) = (Trial::default(), BTreeMap::new(), None);
    loop {
        let cases = migrate::running(scope, from.id, (after, AT_ONCE)).await?;
        let Some((last, ..)) = cases.last() else { break };
        after = Some(*last);
        for case in &cases {
            let tried = migrate::try_out((&old, &new), &decisions, &plan.steps, case);
            count(&mut found, &mut trial, (case, tried));
        }
    }
    trial.findings = found.into_values().collect();
    Ok(trial)
}

fn count(
    found: &mut BTreeMap<String, Finding>,
    trial: &mut Trial,
    (case, tried): (&migrate::Running, Result<(), Vec<bpmn::Misfit>>),
) {
    let empty =
        |node: &str| Finding { node: node.to_owned(), waiting: 0, misfitting: 0, why: None };
    for wait in case.1.resting().filter(|wait| wait.on != WaitsFor::Inside) {
        found.entry(wait.node.to_owned()).or_insert_with(|| empty(wait.node)).waiting += 1;
    }
    let Err(misfits) = tried else {
        trial.fitting += 1;
        return;
    };
    trial.misfitting += 1;
    for misfit in misfits {
        let at = found.entry(misfit.node.clone()).or_insert_with(|| empty(&misfit.node));
        at.misfitting += 1;
        at.why = Some(misfit.why.as_str());
    }
}
