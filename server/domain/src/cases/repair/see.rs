//! Looking at incidents: all of the agency, and one with what can be done about it.

use std::collections::HashMap;
use std::sync::Arc;

use bpmn::{Definition, Flow, WaitsFor};
use locale::tracking_code::TrackingCode;
use serde_json::{Map, Value};
use tenants::{Act, Scope};

use crate::cases::model::Case;
use crate::cases::store::{self, Head};
use crate::catalogue::{self, Service};
use crate::incidents::{self, Incident, IncidentKind};
use crate::organisation::{self, Part, Position, admit_admin};
use crate::processes::{self, instances};
use crate::{CaseId, Error, IncidentId, ProcessVersionId, Result, StaffId, identity};

/// How many are shown at a time.
const PAGE: i64 = 50;

/// A page of the agency's incidents.
#[derive(Debug, Clone)]
pub struct Incidents {
    pub lines: Vec<IncidentLine>,
    /// Whether there are more behind these.
    pub more: bool,
    /// How many are open, and how many of these for more than an hour.
    pub open: i64,
    pub old: i64,
}

/// An incident with the case it is about.
#[derive(Debug, Clone)]
pub struct IncidentLine {
    pub incident: Incident,
    pub code: TrackingCode,
    pub number: Option<String>,
    pub service: Arc<Service>,
    pub process: ProcessVersionId,
    pub definition: Arc<Definition>,
    /// Who ended it.
    pub by: Option<String>,
}

/// A way out of the step, by which it can be passed over.
#[derive(Debug, Clone)]
pub struct Way {
    /// The flow's id in the process.
    pub flow: String,
    pub name: String,
    /// The id of the node it leads to.
    pub to: String,
}

/// What can be done about an incident.
#[derive(Debug, Clone, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a remedy by itself, offered or not")]
pub struct Remedies {
    pub retry: bool,
    pub skip: bool,
    /// Where one of them has to be chosen to pass over the step.
    pub ways: Vec<Way>,
    /// Whether a variable can be given another value.
    pub correct: bool,
    /// The positions to which the step can be given: those that somebody holds.
    pub assign: Vec<Position>,
    pub set_aside: bool,
}

/// One incident, whole.
#[derive(Debug, Clone)]
pub struct IncidentFile {
    pub line: IncidentLine,
    /// The process as its author drew it.
    pub xml: String,
    /// What the conditions of the process may ask.
    pub variables: Map<String, Value>,
    pub remedies: Remedies,
}

/// The incidents of the agency: the open ones, the oldest first, or those that ended, the latest
/// first. Pages are counted from 1.
pub async fn incidents(scope: &mut Scope, ended: bool, page: u32) -> Result<Incidents> {
    admit_admin(scope)?;
    let skip = PAGE * i64::from(page.max(1) - 1);
    let mut found = incidents::list(scope, ended, (skip, PAGE + 1)).await?;
    let more = found.len() > usize::try_from(PAGE).unwrap_or(usize::MAX);
    found.truncate(usize::try_from(PAGE).unwrap_or(usize::MAX));
    let hour_ago = scope.now() - chrono::TimeDelta::hours(1);
    let (open, old) = incidents::count(scope, hour_ago).await?;
    Ok(Incidents { lines: lines(scope, found).await?, more, open, old })
}

async fn lines(scope: &mut Scope, found: Vec<Incident>) -> Result<Vec<IncidentLine>> {
    let ids: Vec<CaseId> = found.iter().map(|it| it.case).collect();
    let heads: HashMap<CaseId, Head> = store::heads(scope, &ids).await?;
    let staff: Vec<StaffId> =
        found.iter().filter_map(|it| it.resolved.as_ref().and_then(|it| it.by)).collect();
    let names = identity::staff_names(scope, &staff).await?;
    let mut lines = Vec::with_capacity(found.len());
    for incident in found {
        let head = heads.get(&incident.case).ok_or(Error::Missing("case"))?;
        let by = incident.resolved.as_ref().and_then(|it| names.get(&it.by?).cloned());
        lines.push(IncidentLine {
            code: head.code.clone(),
            number: head.number.clone(),
            service: catalogue::version(scope, head.version).await?,
            process: head.process,
            definition: processes::definition(scope, head.process).await?,
            by,
            incident,
        });
    }
    Ok(lines)
}

/// One incident. It shows what the case's conditions may ask, so looking at it is noted.
pub async fn incident(scope: &mut Scope, id: IncidentId) -> Result<IncidentFile> {
    admit_admin(scope)?;
    let found = incidents::find(scope, id).await?.ok_or(Error::Missing("incident"))?;
    scope.allow(Act::Configure, &Part::from(found.case))?;
    let case = store::case(scope, found.case).await?.ok_or(Error::Missing("case"))?;
    let remedies = remedies(scope, &case, &found).await?;
    let xml = processes::xml(scope, case.process).await?;
    let line = lines(scope, vec![found]).await?.pop().ok_or(Error::Missing("incident"))?;
    Ok(IncidentFile { line, xml, variables: case.vars, remedies })
}

/// What can be done about it, as the case stands.
pub(super) async fn remedies(
    scope: &mut Scope,
    case: &Case,
    incident: &Incident,
) -> Result<Remedies> {
    if incident.resolved.is_some() {
        return Ok(Remedies::default());
    }
    if !case.is_open() {
        return Ok(Remedies { set_aside: true, ..Remedies::default() });
    }
    match incident.kind {
        IncidentKind::Nobody => {
            let held = |position: &Position| position.holder.is_some();
            let assign = organisation::open_positions(scope).await?.into_iter().filter(held);
            Ok(Remedies { assign: assign.collect(), ..Remedies::default() })
        }
        IncidentKind::Job => {
            let run = match incident.job {
                Some(job) => instances::run(scope, job).await?,
                None => None,
            };
            let (retry, skip) = (incident.job.is_some(), run.is_some());
            Ok(Remedies { retry, skip, set_aside: !skip, ..Remedies::default() })
        }
        _ => stuck(scope, case, incident).await,
    }
}

/// A token that the engine keeps where it is.
async fn stuck(scope: &mut Scope, case: &Case, incident: &Incident) -> Result<Remedies> {
    let its = |wait: &bpmn::Wait<'_>| wait.token == incident.token;
    let rests = case.position.resting().find(its);
    let Some(wait) = rests.filter(|wait| wait.on == WaitsFor::Repair) else {
        let joins = matches!(incident.kind, IncidentKind::Deadlock | IncidentKind::OrJoinCycle);
        return Ok(Remedies { set_aside: !joins, ..Remedies::default() });
    };
    let definition = processes::definition(scope, case.process).await?;
    let ways: Vec<Way> = match wait.instance {
        Some(_) => Vec::new(),
        None => definition.flows().filter(|it| it.from == wait.node).map(Way::of).collect(),
    };
    let choose = ways.len() > 1;
    let ways = if choose { ways } else { Vec::new() };
    Ok(Remedies { retry: true, skip: true, ways, correct: true, ..Remedies::default() })
}

impl Way {
    fn of(flow: &Flow) -> Self {
        Self { flow: flow.id.clone(), name: flow.name.clone(), to: flow.to.clone() }
    }
}
