//! The agency's page of a case: answers, documents, tasks, referral tree, history.

use std::collections::HashMap;
use std::sync::Arc;

use bpmn::{Definition, Outcome};
use chrono::{DateTime, Utc};
use forms::Answers;
use locale::tracking_code::TrackingCode;
use tenants::{Act, Scope, Text};

use super::complete::{act, asks};
use super::follow::{Decided, decided};
use super::progress::{self, Progress};
use super::stake::{self, Stake};
use super::timeline::{self, HistoryLine};
use super::{Applicant, CaseState, DocumentRequest, Reason, decision, store};
use crate::counter::{self, Reception};
use crate::documents::{self, Document};
use crate::notices::{self, NoticeLine};
use crate::organisation::{self, Position};
use crate::referrals::{self, Action, Referral};
use crate::tasks::{self, Task};
use crate::{
    CaseId, DraftId, Error, PositionId, ReferralId, Result, StaffId, TaskId, catalogue,
    document_requests, identity, processes,
};

/// An outcome that a task can be finished with.
#[derive(Debug, Clone)]
pub struct OutcomeLine {
    pub id: String,
    pub title: Text,
    /// What it asks for: `number`, `documents`, `decision` or nothing.
    pub asks: Option<String>,
    /// The reasons to choose from, where it is a decision.
    pub reasons: Vec<Reason>,
}

/// A task on the page.
#[derive(Debug, Clone)]
pub struct TaskLine {
    pub task: Task,
    pub title: Text,
    pub position: Option<Position>,
    pub done_by: Option<String>,
    /// What the caller may finish it with; empty where it is not the caller's to finish.
    pub outcomes: Vec<OutcomeLine>,
}

/// A referral on the page, with how deep in the tree it hangs.
#[derive(Debug, Clone)]
pub struct ReferralLine {
    pub referral: Referral,
    pub depth: usize,
    pub action: Text,
    pub requires_answer: bool,
    pub from: Option<Position>,
    pub from_name: Option<String>,
    pub to: Option<Position>,
    pub answered_by: Option<String>,
    /// Whether the caller may answer it.
    pub may_answer: bool,
}

/// A case as the agency sees it.
#[derive(Debug, Clone)]
pub struct CaseFile {
    pub id: CaseId,
    pub service: Arc<catalogue::Service>,
    pub code: TrackingCode,
    pub number: Option<String>,
    pub state: CaseState,
    pub stage: String,
    pub opened_at: DateTime<Utc>,
    pub promised_at: DateTime<Utc>,
    pub closed_at: Option<DateTime<Utc>>,
    pub applicant: Applicant,
    pub answers: Answers,
    pub documents: Vec<Document>,
    pub requests: Vec<DocumentRequest>,
    pub tasks: Vec<TaskLine>,
    pub referrals: Vec<ReferralLine>,
    pub history: Vec<HistoryLine>,
    /// Where it was and is in its process.
    pub progress: Progress,
    pub notices: Vec<NoticeLine>,
    pub decision: Option<Decided>,
    /// Who was received, where it began at a counter.
    pub reception: Option<Reception>,
    /// Whom the caller may refer it to and for what; both empty where the caller may not.
    pub refer_to: Vec<Position>,
    pub refer_for: Vec<Action>,
    /// The caller's positions before which it lies, and from which it may be referred.
    pub refer_from: Vec<PositionId>,
}

/// The case, for a member of staff who has to do with it. What lay unread before the caller is
/// read from now on.
pub async fn see(scope: &mut Scope, id: CaseId) -> Result<CaseFile> {
    let case = store::case(scope, id).await?.ok_or(Error::Missing("case"))?;
    let stake = stake::stake(scope, &case).await?;
    scope.allow(Act::See, &stake)?;
    mark_seen(scope, &stake).await?;
    let definition = processes::definition(scope, case.process).await?;
    let (applicant, answers) = store::request(scope, id).await?;
    let may_refer = case.is_open() && scope.may(Act::Refer, &stake);
    let (refer_to, refer_for) = if may_refer {
        (organisation::positions(scope).await?, referrals::actions(scope).await?)
    } else {
        (Vec::new(), Vec::new())
    };
    let refer_from = if may_refer { stake.held_by(scope.caller()) } else { Vec::new() };
    let people = People::of(scope, &stake).await?;
    let history = timeline::history(scope, id).await?;
    Ok(CaseFile {
        id,
        service: catalogue::version(scope, case.version).await?,
        documents: documents::of_case(scope, id).await?,
        requests: document_requests::of_case(scope, id).await?,
        decision: decided(scope, id).await?,
        reception: counter::reception(scope, DraftId(id.0)).await?,
        progress: progress::whole(scope, &case, &history).await?,
        history,
        notices: notices::of_case(scope, id).await?,
        tasks: tasks_of(scope, &stake, &definition, &people).await?,
        referrals: referrals_of(scope, &stake, &people).await?,
        code: case.code,
        number: case.number,
        state: case.state,
        stage: case.stage,
        opened_at: case.opened_at,
        promised_at: case.promised_at,
        closed_at: case.closed_at,
        applicant,
        answers,
        refer_to,
        refer_for,
        refer_from,
    })
}

async fn mark_seen(scope: &mut Scope, stake: &Stake) -> Result<()> {
    let caller = scope.caller();
    let unread = |t: &&Task| t.is_open() && t.seen_at.is_none() && t.is_before(caller);
    let tasks: Vec<TaskId> = stake.tasks.iter().filter(unread).map(|t| t.id).collect();
    let unread = |r: &&Referral| r.seen_at.is_none() && caller.holds(r.to_position.0);
    let referrals: Vec<ReferralId> = stake.referrals.iter().filter(unread).map(|r| r.id).collect();
    let by = caller.staff().map(|m| StaffId(m.staff));
    if !tasks.is_empty() {
        tasks::mark_seen(scope, &tasks).await?;
    }
    if let (false, Some(by)) = (referrals.is_empty(), by) {
        referrals::mark_seen(scope, &referrals, by).await?;
    }
    Ok(())
}

/// The names and positions that a page speaks of, read at once.
struct People {
    names: HashMap<StaffId, String>,
    positions: HashMap<PositionId, Position>,
}

impl People {
    async fn of(scope: &mut Scope, stake: &Stake) -> Result<Self> {
        let (mut staff, mut positions) = (Vec::new(), Vec::new());
        for task in &stake.tasks {
            staff.extend(task.done_by);
            positions.extend(task.position);
        }
        for referral in &stake.referrals {
            staff.extend([referral.from_staff].into_iter().chain(referral.answered_by));
            positions.extend([referral.from_position, referral.to_position]);
        }
        Ok(Self {
            names: identity::staff_names(scope, &staff).await?,
            positions: organisation::positions_by_id(scope, &positions).await?,
        })
    }

    fn name(&self, staff: Option<StaffId>) -> Option<String> {
        self.names.get(&staff?).cloned()
    }

    fn position(&self, position: Option<PositionId>) -> Option<Position> {
        self.positions.get(&position?).cloned()
    }
}

async fn tasks_of(
    scope: &mut Scope,
    stake: &Stake,
    definition: &Definition,
    people: &People,
) -> Result<Vec<TaskLine>> {
    let reasons = decision::reasons(scope).await?;
    let mut lines = Vec::with_capacity(stake.tasks.len());
    for task in &stake.tasks {
        let Some(node) = definition.node(&task.node) else { continue };
        let own = task.is_open() && task.is_before(scope.caller());
        let offered = node.step.outcomes.iter().filter(|o| own && scope.may(act(o), task));
        lines.push(TaskLine {
            outcomes: offered.map(|o| outcome_line(o, &reasons)).collect(),
            title: text(&node.name, &node.step.texts),
            position: people.position(task.position),
            done_by: people.name(task.done_by),
            task: task.clone(),
        });
    }
    Ok(lines)
}

fn outcome_line(outcome: &Outcome, reasons: &[Reason]) -> OutcomeLine {
    let asks = asks(outcome).map(ToOwned::to_owned);
    let fitting = reasons.iter().filter(|r| r.outcome == outcome.id).cloned();
    OutcomeLine {
        id: outcome.id.clone(),
        title: text(&outcome.name, &outcome.texts),
        reasons: if asks.as_deref() == Some("decision") { fitting.collect() } else { Vec::new() },
        asks,
    }
}

/// The default text stands in its usual place in a process; other languages beside it.
fn text(name: &str, texts: &std::collections::BTreeMap<String, String>) -> Text {
    Text { fa: name.to_owned(), en: texts.get("en").cloned() }
}

async fn referrals_of(
    scope: &mut Scope,
    stake: &Stake,
    people: &People,
) -> Result<Vec<ReferralLine>> {
    let actions = referrals::actions(scope).await?;
    let mut lines = Vec::with_capacity(stake.referrals.len());
    hang(None, 0, &stake.referrals, &mut |referral, depth| {
        let action = actions.iter().find(|a| a.key == referral.action);
        lines.push(ReferralLine {
            depth,
            action: action.map(|a| a.title.clone()).unwrap_or_default(),
            requires_answer: action.is_some_and(|a| a.requires_answer),
            from: people.position(Some(referral.from_position)),
            from_name: people.name(Some(referral.from_staff)),
            to: people.position(Some(referral.to_position)),
            answered_by: people.name(referral.answered_by),
            may_answer: referral.is_open() && scope.may(Act::Answer, referral),
            referral: referral.clone(),
        });
    });
    Ok(lines)
}

/// Walk the tree, parents before their children.
fn hang(
    parent: Option<ReferralId>,
    depth: usize,
    all: &[Referral],
    each: &mut impl FnMut(&Referral, usize),
) {
    for referral in all.iter().filter(|r| r.parent == parent) {
        each(referral, depth);
        hang(Some(referral.id), depth + 1, all, each);
    }
}
