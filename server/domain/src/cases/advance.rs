//! Moving a case on: the engine says what follows, each effect is carried out by the module whose
//! it is.

use std::sync::Arc;

use bpmn::{Definition, Effect, EndState, Kind, Node, Trigger};
use tenants::Scope;
use uuid::Uuid;

use super::facts::CaseFacts;
use super::model::{Case, CaseState};
use super::repair;
use crate::deadlines::{self, Timer};
use crate::events::Event;
use crate::incidents::{Found, IncidentKind};
use crate::jobs::{self, Job, JobKind};
use crate::processes::{self, instances};
use crate::{Error, Result, referrals, tasks};

/// Let a trigger reach the case and carry out all that follows, until it waits again.
pub(super) async fn advance(scope: &mut Scope, case: &mut Case, trigger: &Trigger) -> Result<()> {
    let definition = processes::definition(scope, case.process).await?;
    let stood_still = stands_still(&definition, case);
    step(scope, case, &definition, trigger).await?;
    while let Some(message) = kept_message(scope, case, &definition).await? {
        step(scope, case, &definition, &message).await?;
    }
    turn_clock(scope, case, stood_still, stands_still(&definition, case)).await
}

/// Carry out what follows from going on with another version.
pub(super) async fn carry_all(
    scope: &mut Scope,
    case: &mut Case,
    (definition, stood_still): (&Arc<Definition>, bool),
    effects: Vec<Effect>,
) -> Result<()> {
    for effect in effects {
        carry_out(scope, case, definition, effect).await?;
    }
    while let Some(message) = kept_message(scope, case, definition).await? {
        step(scope, case, definition, &message).await?;
    }
    turn_clock(scope, case, stood_still, stands_still(definition, case)).await
}

async fn step(
    scope: &mut Scope,
    case: &mut Case,
    definition: &Arc<Definition>,
    trigger: &Trigger,
) -> Result<()> {
    let facts = CaseFacts(&case.vars);
    let effects = bpmn::advance(definition, &mut case.position, trigger, &facts)
        .map_err(|_| Error::Missing("step"))?;
    for effect in effects {
        carry_out(scope, case, definition, effect).await?;
    }
    Ok(())
}

/// A message that came early and that a step now waits for.
async fn kept_message(
    scope: &mut Scope,
    case: &Case,
    definition: &Definition,
) -> Result<Option<Trigger>> {
    for name in case.position.messages(definition) {
        if instances::take_message(scope, case.id, name).await? {
            return Ok(Some(Trigger::Message { name: name.to_owned() }));
        }
    }
    Ok(None)
}

async fn carry_out(
    scope: &mut Scope,
    case: &mut Case,
    definition: &Definition,
    effect: Effect,
) -> Result<()> {
    match effect {
        Effect::Entered { node } => enter(case, definition.node(&node)),
        Effect::Left { .. } => {}
        Effect::OpenTask { token, node } => {
            open_task(scope, case, definition, token, &node).await?;
        }
        Effect::CancelTask { token, node } => {
            if let Some(task) = tasks::cancel(scope, case.id, token).await? {
                case.note(Event::TaskCancelled { task, node });
            }
        }
        Effect::ArmTimer { token, node, timer } => {
            arm(scope, case, definition.node(&node), (token, &timer)).await?;
        }
        Effect::DisarmTimer { token, node } => {
            deadlines::disarm(scope, case.id, token, &node).await?;
        }
        Effect::Subscribe { token, name, .. } => {
            instances::subscribe(scope, case.id, token, &name).await?;
        }
        Effect::Unsubscribe { token, name } => {
            instances::unsubscribe(scope, case.id, token, &name).await?;
        }
        Effect::StartService { token, node } => {
            start_service(scope, case, definition, token, node).await?;
        }
        Effect::CancelService { token, .. } => {
            for run in instances::cancel_run(scope, case.id, token).await? {
                jobs::remove(scope, run).await?;
            }
        }
        // Publishing refuses steps that wait until something was delivered.
        Effect::Send { node, token: _ } => {
            let notice = attribute(definition, &node, "notice").unwrap_or_default().to_owned();
            case.note(Event::Told { node, notice });
        }
        Effect::Assign { name, value } => {
            case.vars.insert(name, value);
        }
        Effect::Stuck { token, node, kind, detail } => {
            let (kind, job) = (kind.into(), None);
            let found = Found { token, node: &node, kind, detail: &detail, job };
            repair::met(scope, case, found).await?;
        }
        Effect::Ended { state, node } => end(scope, case, state, node).await?,
    }
    Ok(())
}

/// A step with a `desk:stage` says where the case stands.
fn enter(case: &mut Case, node: Option<&Node>) {
    let stage = node.and_then(|n| n.step.attributes.get("stage"));
    if let Some(stage) = stage.filter(|s| **s != case.stage) {
        case.stage.clone_from(stage);
        case.note(Event::StageChanged { stage: stage.clone() });
    }
}

async fn open_task(
    scope: &mut Scope,
    case: &mut Case,
    definition: &Definition,
    token: u64,
    node: &str,
) -> Result<()> {
    let node = definition.node(node).ok_or(Error::Missing("step"))?;
    let tasks::Opened { task, is_before_somebody } =
        tasks::open(scope, case.id, token, node).await?;
    case.note(Event::TaskOpened {
        task: task.id,
        node: task.node,
        role: task.role.clone(),
        position: task.position,
    });
    if is_before_somebody {
        return Ok(());
    }
    let (kind, job) = (IncidentKind::Nobody, None);
    repair::met(scope, case, Found { token, node: &node.id, kind, detail: &task.role, job }).await
}

async fn arm(
    scope: &mut Scope,
    case: &Case,
    event: Option<&Node>,
    (token, timer): (u64, &bpmn::Timer),
) -> Result<()> {
    let event = event.ok_or(Error::Missing("step"))?;
    let due_at = deadlines::due_of(scope, event, timer).await?;
    let legal = event.step.get("legal") == Some("true");
    let node = event.id.clone();
    let timer = Timer { id: Uuid::now_v7(), case: case.id, token, node, due_at, legal };
    deadlines::arm(scope, timer).await
}

async fn start_service(
    scope: &mut Scope,
    case: &mut Case,
    definition: &Definition,
    token: u64,
    node: String,
) -> Result<()> {
    let service = attribute(definition, &node, "kind").unwrap_or_default().to_owned();
    let run = instances::Run { case: case.id, token, node: node.clone(), kind: service.clone() };
    let id = Uuid::now_v7();
    instances::start_run(scope, id, &run).await?;
    let run_at = scope.now();
    jobs::enqueue(scope, Job { id, kind: JobKind::RunService, subject: id, run_at }).await?;
    case.note(Event::ServiceStarted { node, service });
    Ok(())
}

async fn end(
    scope: &mut Scope,
    case: &mut Case,
    state: EndState,
    node: Option<String>,
) -> Result<()> {
    case.state = match state {
        EndState::Completed => CaseState::Completed,
        EndState::Cancelled => CaseState::Cancelled,
        EndState::Failed => CaseState::Failed,
    };
    case.closed_at = Some(scope.now());
    deadlines::disarm_all(scope, case.id).await?;
    referrals::end_all(scope, case.id).await?;
    let state: &str = case.state.into();
    case.note(Event::Ended { state: state.to_owned(), node });
    Ok(())
}

fn attribute<'a>(definition: &'a Definition, node: &str, name: &str) -> Option<&'a str> {
    definition.node(node)?.step.attributes.get(name).map(String::as_str)
}

/// Whether some step waits with the agency's clock stopped; what may happen behind an event gateway
/// is waited for together with it.
pub(super) fn stands_still(definition: &Definition, case: &Case) -> bool {
    let stops = |node: &Node| node.step.get("clock") == Some("stops");
    let waits = |w: bpmn::Wait<'_>| {
        definition.node(w.node).is_some_and(|node| {
            let gateway = node.kind == Kind::EventGateway;
            stops(node) || gateway && definition.after(&node.id).any(stops)
        })
    };
    case.position.waits().any(waits)
}

async fn turn_clock(scope: &mut Scope, case: &mut Case, before: bool, after: bool) -> Result<()> {
    match (before, after) {
        (false, true) => {
            deadlines::stop_clock(scope, case.id, case.promised_at).await?;
            case.note(Event::ClockStopped);
        }
        (true, false) => start_clock(scope, case).await?,
        _ => {}
    }
    Ok(())
}

/// A case that has ended keeps the date that was promised: nobody waits for a later one.
async fn start_clock(scope: &mut Scope, case: &mut Case) -> Result<()> {
    let started = deadlines::start_clock(scope, case.id, case.promised_at).await?;
    if let Some(promised_at) = started.filter(|_| case.is_open()) {
        case.promised_at = promised_at;
        case.note(Event::ClockStarted { promised_at });
    }
    Ok(())
}
