//! Moving a case on: the engine says what follows, each effect is carried out on the ground that the
//! case stands on.

use bpmn::{Definition, Effect, EndState, Kind, Node, Trigger};
use uuid::Uuid;

use super::facts::CaseFacts;
use super::ground::Ground;
use super::model::{Case, CaseState};
use super::repair;
use crate::deadlines::{self, Timer};
use crate::events::Event;
use crate::incidents::{Found, IncidentKind};
use crate::processes::instances::Run;
use crate::{Error, Result, tasks};

/// Let a trigger reach the case and carry out all that follows, until it waits again.
pub(crate) async fn advance<G: Ground>(
    ground: &mut G,
    case: &mut Case,
    trigger: &Trigger,
) -> Result<()> {
    let definition = ground.definition(case).await?;
    let stood_still = stands_still(&definition, case);
    let effects = effects(ground, case, &definition, trigger).await?;
    carry_all(ground, case, (&definition, stood_still), effects).await
}

/// Carry out what follows, and what follows from messages that came early.
pub(super) async fn carry_all<G: Ground>(
    ground: &mut G,
    case: &mut Case,
    (definition, stood_still): (&Definition, bool),
    mut following: Vec<Effect>,
) -> Result<()> {
    loop {
        for effect in following {
            carry_out(ground, case, definition, effect).await?;
        }
        let Some(message) = kept_message(ground, case, definition).await? else { break };
        following = effects(ground, case, definition, &message).await?;
    }
    turn_clock(ground, case, stood_still, stands_still(definition, case)).await
}

/// What the engine makes of a trigger.
async fn effects<G: Ground>(
    ground: &mut G,
    case: &mut Case,
    definition: &Definition,
    trigger: &Trigger,
) -> Result<Vec<Effect>> {
    let decisions = ground.decisions(case).await?;
    let facts = CaseFacts { vars: &case.vars, decisions: &decisions };
    bpmn::advance(definition, &mut case.position, trigger, &facts)
        .map_err(|_| Error::Missing("step"))
}

/// A message that came early and that a step now waits for.
async fn kept_message<G: Ground>(
    ground: &mut G,
    case: &Case,
    definition: &Definition,
) -> Result<Option<Trigger>> {
    for name in case.position.messages(definition) {
        if ground.take_message(case.id, name).await? {
            return Ok(Some(Trigger::Message { name: name.to_owned() }));
        }
    }
    Ok(None)
}

async fn carry_out<G: Ground>(
    ground: &mut G,
    case: &mut Case,
    definition: &Definition,
    effect: Effect,
) -> Result<()> {
    match effect {
        Effect::Entered { node } => {
            ground.entered(&node);
            enter(case, definition.node(&node));
        }
        Effect::Left { .. } => {}
        Effect::OpenTask { token, node } => {
            open_task(ground, case, definition, token, &node).await?;
        }
        Effect::CancelTask { token, node } => {
            if let Some(task) = ground.cancel_task(case.id, token).await? {
                case.note(Event::TaskCancelled { task, node });
            }
        }
        Effect::ArmTimer { token, node, timer } => {
            arm(ground, case, definition.node(&node), (token, &timer)).await?;
        }
        Effect::DisarmTimer { token, node } => {
            ground.disarm(case.id, token, &node).await?;
        }
        Effect::Subscribe { token, name, .. } => {
            ground.subscribe(case.id, token, &name).await?;
        }
        Effect::Unsubscribe { token, name } => {
            ground.unsubscribe(case.id, token, &name).await?;
        }
        Effect::StartService { token, node } => {
            start_service(ground, case, definition, token, node).await?;
        }
        Effect::CancelService { token, .. } => {
            ground.cancel_runs(case.id, token).await?;
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
            repair::met(ground, case, found).await?;
        }
        Effect::Ended { state, node } => end(ground, case, state, node).await?,
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

async fn open_task<G: Ground>(
    ground: &mut G,
    case: &mut Case,
    definition: &Definition,
    token: u64,
    node: &str,
) -> Result<()> {
    let node = definition.node(node).ok_or(Error::Missing("step"))?;
    let asked = asked(case, token, node);
    let (node, now) = (asked.as_ref().unwrap_or(node), ground.now());
    let tasks::Opened { task, is_before_somebody } =
        tasks::assign(ground.scope(), (case.id, token), node, now).await?;
    ground.keep_task(&task).await?;
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
    repair::met(ground, case, Found { token, node: &node.id, kind, detail: &task.role, job }).await
}

/// A step that several roles are asked: each of its tasks is before the role that it is for.
pub(super) fn asked(case: &Case, token: u64, node: &Node) -> Option<Node> {
    let named = node.step.get("role")?.strip_prefix('=')?;
    let item = node.repeat.as_ref()?.item.as_deref().filter(|item| *item == named.trim());
    let role = item.and_then(|_| case.position.item(token)?.as_str()).unwrap_or_default();
    let mut asked = node.clone();
    asked.step.attributes.insert("role".to_owned(), role.to_owned());
    Some(asked)
}

async fn arm<G: Ground>(
    ground: &mut G,
    case: &Case,
    event: Option<&Node>,
    (token, timer): (u64, &bpmn::Timer),
) -> Result<()> {
    let event = event.ok_or(Error::Missing("step"))?;
    let now = ground.now();
    let due_at = deadlines::due_from(ground.scope(), now, event, timer).await?;
    let legal = event.step.get("legal") == Some("true");
    let node = event.id.clone();
    let timer = Timer { id: Uuid::now_v7(), case: case.id, token, node, due_at, legal };
    ground.arm(timer).await
}

async fn start_service<G: Ground>(
    ground: &mut G,
    case: &mut Case,
    definition: &Definition,
    token: u64,
    node: String,
) -> Result<()> {
    let service = attribute(definition, &node, "kind").unwrap_or_default().to_owned();
    let run = Run { case: case.id, token, node: node.clone(), kind: service.clone() };
    ground.start_run(Uuid::now_v7(), run).await?;
    case.note(Event::ServiceStarted { node, service });
    Ok(())
}

async fn end<G: Ground>(
    ground: &mut G,
    case: &mut Case,
    state: EndState,
    node: Option<String>,
) -> Result<()> {
    case.state = match state {
        EndState::Completed => CaseState::Completed,
        EndState::Cancelled => CaseState::Cancelled,
        EndState::Failed => CaseState::Failed,
    };
    case.closed_at = Some(ground.now());
    ground.disarm_all(case.id).await?;
    ground.end_referrals(case.id).await?;
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

async fn turn_clock<G: Ground>(
    ground: &mut G,
    case: &mut Case,
    before: bool,
    after: bool,
) -> Result<()> {
    match (before, after) {
        (false, true) => {
            ground.stop_clock(case.id, case.promised_at).await?;
            case.note(Event::ClockStopped);
        }
        (true, false) => start_clock(ground, case).await?,
        _ => {}
    }
    Ok(())
}

/// A case that has ended keeps the date that was promised: nobody waits for a later one.
async fn start_clock<G: Ground>(ground: &mut G, case: &mut Case) -> Result<()> {
    let started = ground.start_clock(case.id, case.promised_at).await?;
    if let Some(promised_at) = started.filter(|_| case.is_open()) {
        case.promised_at = promised_at;
        case.note(Event::ClockStarted { promised_at });
    }
    Ok(())
}
