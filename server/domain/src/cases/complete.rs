//! Finishing a step: registering, reviewing, asking for documents, deciding, closing are all this,
//! with what the chosen outcome asks for.

use bpmn::{Definition, Node, Outcome, Trigger};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::json;
use tenants::{Act, Scope};
use uuid::Uuid;

use super::ground::Ground;
use super::model::Case;
use super::register::register_of;
use super::supply::SUPPLIED;
use super::{Decision, Item, advance, decision, facts, hold, stake};
use crate::document_requests::DocumentRequest;
use crate::events::Event;
use crate::tasks::Task;
use crate::{CaseId, Error, Refusal, RequestId, Result, StaffId, TaskId, deadlines, processes};

/// Finish this task with this outcome.
#[derive(Debug, Clone)]
pub struct Completion {
    pub case: CaseId,
    pub task: TaskId,
    pub outcome: String,
    pub with: With,
    /// Minted with the page, so that a form sent twice does its work once.
    pub command: Uuid,
}

/// What an outcome asks for (`asks` in the process).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum With {
    Nothing,
    /// `asks="documents"`: what is missing, and why.
    Documents {
        items: Vec<Item>,
        note: String,
    },
    /// `asks="decision"`: a listed reason and a text for the applicant.
    Decision {
        reason: String,
        text: String,
    },
}

/// Finish a step of a case.
///
/// # Errors
/// `Refused(AlreadyDone)` names who finished it before; `Invalid` names what the outcome asks for
/// and did not get.
pub async fn complete(scope: &mut Scope, completion: Completion) -> Result<()> {
    let mut case = hold::hold(scope, completion.case).await?;
    let stake = stake::by_tasks(scope, &case).await?;
    scope.allow(Act::See, &stake)?;
    let task = stake.tasks.into_iter().find(|t| t.id == completion.task);
    let task = task.ok_or(Error::Missing("task"))?;
    let definition = processes::definition(scope, case.process).await?;
    let outcome = outcome(&definition, &task, &completion.outcome)?;
    scope.allow(act(outcome), &task)?;
    if hold::seen(scope, &case, completion.command).await? {
        return Ok(());
    }
    still_open(scope, &case, &task).await?;

    finish(scope, &mut case, &task, (outcome, completion.with)).await?;
    hold::save(scope, case).await
}

/// What finishing a step does, wherever it is done.
pub(crate) async fn finish<G: Ground>(
    ground: &mut G,
    case: &mut Case,
    task: &Task,
    (outcome, with): (&Outcome, With),
) -> Result<()> {
    let by = ground.staff()?;
    case.note(Event::TaskDone {
        task: task.id,
        node: task.node.clone(),
        outcome: outcome.id.clone(),
    });
    carry(ground, case, task, (outcome, with)).await?;
    ground.finish_task(task.id, by, &outcome.id).await?;
    case.vars.insert("outcome".to_owned(), json!(outcome.id));
    advance::advance(ground, case, &Trigger::Complete { token: task.token }).await
}

fn outcome<'a>(definition: &'a Definition, task: &Task, id: &str) -> Result<&'a Outcome> {
    let node = definition.node(&task.node).ok_or(Error::Missing("step"))?;
    let found = node.step.outcomes.iter().find(|o| o.id == id);
    found.ok_or_else(|| Error::invalid("outcome", "choose"))
}

/// What the policy is asked for an outcome.
pub(super) fn act(outcome: &Outcome) -> Act {
    match asks(outcome) {
        Some("number") => Act::Number,
        Some("documents") => Act::Ask,
        Some("decision") => Act::Decide,
        _ => Act::Complete,
    }
}

pub(crate) fn asks(outcome: &Outcome) -> Option<&str> {
    outcome.attributes.get("asks").map(String::as_str)
}

async fn still_open(scope: &mut Scope, case: &Case, task: &Task) -> Result<()> {
    if task.is_open() {
        return hold::open(case);
    }
    let (Some(by), Some(at)) = (task.done_by, task.done_at) else {
        hold::open(case)?;
        return Err(Refusal::NoLongerOpen.into());
    };
    Err(hold::done_by(scope, by, at).await?.into())
}

async fn carry<G: Ground>(
    ground: &mut G,
    case: &mut Case,
    task: &Task,
    (outcome, with): (&Outcome, With),
) -> Result<()> {
    match (asks(outcome), with) {
        (Some("number"), _) => number(ground, case, outcome).await,
        (Some("documents"), With::Documents { items, note }) => {
            ask(ground, case, items, note).await
        }
        (Some("documents"), _) => Err(Error::invalid("items", "required")),
        (Some("decision"), With::Decision { reason, text }) => {
            decide(ground, case, task, (outcome, reason, text)).await
        }
        (Some("decision"), _) => Err(Error::invalid("reason", "choose")),
        _ => Ok(()),
    }
}

/// The secretariat's one click: the request is entered in the register its outcome names.
pub(super) async fn number<G: Ground>(
    ground: &mut G,
    case: &mut Case,
    outcome: &Outcome,
) -> Result<()> {
    let number = ground.number(register_of(outcome), case.id).await?;
    case.number = Some(number.clone());
    case.note(Event::Numbered { number });
    Ok(())
}

async fn ask<G: Ground>(
    ground: &mut G,
    case: &mut Case,
    items: Vec<Item>,
    note: String,
) -> Result<()> {
    if items.is_empty() {
        return Err(Error::invalid("items", "required"));
    }
    if note.is_empty() {
        return Err(Error::invalid("note", "required"));
    }
    let due_at = cure_until(ground, case).await?;
    let request = DocumentRequest {
        id: RequestId::new(),
        items,
        note,
        due_at,
        asked_by: ground.staff()?,
        asked_at: ground.now(),
        answered_at: None,
    };
    case.note(Event::DocumentsAsked { request: request.id, due_at });
    ground.ask(case.id, request).await
}

/// Until when an applicant can hand in what is missing: when the timer of the step that waits for it
/// will end the waiting. No process is published whose waiting step has none.
async fn cure_until<G: Ground>(ground: &mut G, case: &Case) -> Result<DateTime<Utc>> {
    let definition = ground.definition(case).await?;
    let waits = |n: &&Node| n.kind.message() == Some(SUPPLIED);
    let step = definition.nodes().find(waits).ok_or(Error::Missing("waiting step"))?;
    let event = definition.deadline(&step.id).ok_or(Error::Missing("deadline"))?;
    let timer = event.kind.timer().ok_or(Error::Missing("deadline"))?;
    let timer = facts::told(timer, &case.vars).map_err(anyhow::Error::msg)?;
    let now = ground.now();
    deadlines::due_from(ground.scope(), now, event, &timer).await
}

async fn decide<G: Ground>(
    ground: &mut G,
    case: &mut Case,
    task: &Task,
    (outcome, reason, text): (&Outcome, String, String),
) -> Result<()> {
    let listed = decision::reasons(ground.scope()).await?;
    if !listed.iter().any(|r| r.key == reason && r.outcome == outcome.id) {
        return Err(Error::invalid("reason", "choose"));
    }
    if text.is_empty() {
        return Err(Error::invalid("text", "required"));
    }
    let decision = Decision {
        id: Uuid::now_v7(),
        outcome: outcome.id.clone(),
        reason: reason.clone(),
        text,
        decided_by: ground.staff()?,
        position: ground.acting(task)?,
        decided_at: ground.now(),
    };
    ground.decide(case.id, &decision).await?;
    case.note(Event::Decided { outcome: decision.outcome, reason });
    Ok(())
}

pub(super) fn staff(scope: &Scope) -> Result<StaffId> {
    let member = scope.caller().staff().ok_or(Error::Missing("member of staff"))?;
    Ok(StaffId(member.staff))
}
