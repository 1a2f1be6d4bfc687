//! The ground that a trial stands on: everything is noted in the trial itself.

use std::sync::Arc;

use bpmn::{Definition, Kind};
use chrono::{DateTime, TimeDelta, Utc};
use locale::identity::Mobile;
use locale::words::Lang;
use serde::{Deserialize, Serialize};
use tenants::{Scope, Text};
use uuid::Uuid;

use super::model::{Line, Noted};
use super::play::{Beginning, Play};
use super::see;
use crate::cases::{self, Case, Decision, Ground, Office};
use crate::deadlines::{self, Timer};
use crate::decisions::{self, Pinned};
use crate::document_requests::DocumentRequest;
use crate::events::Event;
use crate::incidents::Found;
use crate::notices::{self, Contact, NewNotice};
use crate::organisation::{self, Seat};
use crate::processes::instances::Run;
use crate::tasks::Task;
use crate::{CaseId, PositionId, RequestId, Result, StaffId, TaskId, letters, reactions};

/// What stands beside a case in tables of their own, of a real one.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Things {
    pub(super) now: DateTime<Utc>,
    /// The open ones, oldest first.
    pub(super) tasks: Vec<Task>,
    pub(super) timers: Vec<Armed>,
    pub(super) runs: Vec<Running>,
    /// Messages that nothing waited for yet.
    inbox: Vec<String>,
    pub(super) asked: Option<DocumentRequest>,
    pub(super) decided: Option<String>,
    /// How many numbers it would have used.
    numbers: i64,
    /// While the clock stands still, the working seconds that were left of the promise.
    stopped: Option<i64>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Armed {
    pub(super) timer: Timer,
    /// While the clock stands still, what was left of it.
    pub(super) left: Option<i64>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Running {
    pub(super) id: Uuid,
    pub(super) run: Run,
}

impl Things {
    pub(super) fn at(now: DateTime<Utc>) -> Self {
        Self {
            now,
            tasks: Vec::new(),
            timers: Vec::new(),
            runs: Vec::new(),
            inbox: Vec::new(),
            asked: None,
            decided: None,
            numbers: 0,
            stopped: None,
        }
    }
}

/// A trial for the length of one command.
pub(super) struct Sandbox<'a> {
    scope: &'a mut Scope,
    definition: Arc<Definition>,
    beginning: Beginning,
    pub(super) things: &'a mut Things,
    entered: Vec<String>,
    armed: Vec<Line>,
    /// The register that the last number was taken from.
    register: String,
    /// What would be told, while the news are gone through.
    lines: Vec<Noted>,
}

impl<'a> Sandbox<'a> {
    pub(super) fn new(
        scope: &'a mut Scope,
        definition: Arc<Definition>,
        play: &'a mut Play,
    ) -> Self {
        let beginning = play.beginning.clone();
        let things = &mut play.things;
        let (entered, armed, lines) = (Vec::new(), Vec::new(), Vec::new());
        let register = String::new();
        Self { scope, definition, beginning, things, entered, armed, register, lines }
    }

    pub(super) fn lines(self) -> Vec<Noted> {
        self.lines
    }

    fn note(&mut self, line: Line) {
        self.lines.push(Noted { at: self.things.now, line });
    }

    /// Note what happened, with what the applicant would be told of it: where a real case keeps its
    /// events and writes its notices.
    pub(super) async fn drain(&mut self, case: &mut Case) -> Result<()> {
        for node in std::mem::take(&mut self.entered) {
            self.note(Line::Step { node });
        }
        let news = std::mem::take(&mut case.news);
        for event in &news {
            if let Some(line) = self.line(event) {
                self.note(line);
            }
        }
        for line in std::mem::take(&mut self.armed) {
            self.note(line);
        }
        for event in &news {
            if let Some(kind) = reactions::to(event) {
                cases::tell_applicant(self, case, kind, event).await?;
            }
        }
        Ok(())
    }

    /// An event without the ids that were drawn for it.
    fn line(&self, event: &Event) -> Option<Line> {
        Some(match event.clone() {
            Event::TaskOpened { task, node, role, .. } => {
                let open = self.things.tasks.iter().find(|it| it.id == task);
                Line::Task { node, role, due_at: open.and_then(|it| it.due_at) }
            }
            Event::TaskDone { node, outcome, .. } => Line::Done { node, outcome },
            Event::TaskCancelled { node, .. } => Line::Cancelled { node },
            Event::StageChanged { stage } => Line::Stage { stage },
            Event::Numbered { number } => {
                Line::Numbered { register: self.register.clone(), number }
            }
            Event::DocumentsAsked { due_at, .. } => {
                let items = self.things.asked.iter().flat_map(|request| &request.items);
                Line::Asked { titles: items.map(|item| item.title.clone()).collect(), due_at }
            }
            Event::DocumentsSupplied { .. } => Line::Supplied,
            Event::Decided { outcome, reason } => Line::Decided { outcome, reason },
            Event::ServiceStarted { node, service } => Line::Service { node, service },
            Event::ServiceDone { node, service } => Line::ServiceDone { node, service },
            Event::TimerFired { node, due_at } => Line::Late { node, due_at },
            Event::ClockStopped => Line::ClockStopped,
            Event::ClockStarted { promised_at } => Line::ClockStarted { promised_at },
            Event::Stuck { node, reason } => Line::Stuck { node, reason },
            Event::Withdrawn => Line::Withdrawn,
            Event::Ended { state, .. } => Line::Ended { state },
            _ => return None,
        })
    }
}

/// Where notices of a trial would go: both ways are tried, and neither is anybody's.
const MOBILE: &str = "09120000000";
const EMAIL: &str = "applicant@example.ir";

impl Ground for Sandbox<'_> {
    fn scope(&mut self) -> &mut Scope {
        self.scope
    }

    fn now(&self) -> DateTime<Utc> {
        self.things.now
    }

    /// Whoever would do it: a trial asks nobody's rights.
    fn staff(&self) -> Result<StaffId> {
        Ok(StaffId(Uuid::nil()))
    }

    fn acting(&self, task: &Task) -> Result<PositionId> {
        Ok(task.position.unwrap_or(PositionId(Uuid::nil())))
    }

    async fn definition(&mut self, _: &Case) -> Result<Arc<Definition>> {
        Ok(self.definition.clone())
    }

    /// Those that the draft would be published with now.
    async fn decisions(&mut self, _: &Case) -> Result<Arc<Pinned>> {
        let definition = self.definition.clone();
        decisions::unpinned(self.scope, &definition).await.map(Arc::new)
    }

    /// Gateways are left out: a process that is drawn otherwise and does the same is the same.
    fn entered(&mut self, node: &str) {
        let shown = |kind: &Kind| !kind.is_gateway() && !matches!(kind, Kind::Passage);
        if self.definition.node(node).is_some_and(|node| shown(&node.kind)) {
            self.entered.push(node.to_owned());
        }
    }

    async fn keep_task(&mut self, task: &Task) -> Result<()> {
        self.things.tasks.push(task.clone());
        Ok(())
    }

    async fn cancel_task(&mut self, _: CaseId, token: u64) -> Result<Option<TaskId>> {
        let at = self.things.tasks.iter().position(|task| task.token == token);
        Ok(at.map(|at| self.things.tasks.remove(at).id))
    }

    async fn finish_task(&mut self, id: TaskId, _: StaffId, _: &str) -> Result<()> {
        self.things.tasks.retain(|task| task.id != id);
        Ok(())
    }

    async fn arm(&mut self, timer: Timer) -> Result<()> {
        self.armed.push(Line::Deadline { node: timer.node.clone(), due_at: timer.due_at });
        self.things.timers.push(Armed { timer, left: None });
        Ok(())
    }

    async fn disarm(&mut self, _: CaseId, token: u64, node: &str) -> Result<()> {
        self.things.timers.retain(|it| it.timer.token != token || it.timer.node != node);
        Ok(())
    }

    async fn disarm_all(&mut self, _: CaseId) -> Result<()> {
        self.things.timers.clear();
        Ok(())
    }

    async fn fired(&mut self, id: Uuid) -> Result<()> {
        self.things.timers.retain(|it| it.timer.id != id);
        Ok(())
    }

    async fn stop_clock(&mut self, _: CaseId, promised_at: DateTime<Utc>) -> Result<()> {
        if self.things.stopped.is_some() {
            return Ok(());
        }
        let (calendar, now) = (deadlines::calendar(self.scope).await?, self.things.now);
        self.things.stopped = Some(deadlines::left_of(&calendar, now, promised_at));
        for armed in self.things.timers.iter_mut().filter(|it| it.timer.legal) {
            armed.left = Some(deadlines::left_of(&calendar, now, armed.timer.due_at));
        }
        Ok(())
    }

    async fn start_clock(
        &mut self,
        _: CaseId,
        promised_at: DateTime<Utc>,
    ) -> Result<Option<DateTime<Utc>>> {
        let Some(left) = self.things.stopped.take() else { return Ok(None) };
        let (calendar, now) = (deadlines::calendar(self.scope).await?, self.things.now);
        for armed in &mut self.things.timers {
            if let Some(left) = armed.left.take() {
                armed.timer.due_at = calendar.add_working(now, TimeDelta::seconds(left));
            }
        }
        Ok(Some(deadlines::promise_after(&calendar, now, left, promised_at)))
    }

    /// What waits for a message is read from the position.
    async fn subscribe(&mut self, _: CaseId, _: u64, _: &str) -> Result<()> {
        Ok(())
    }

    async fn unsubscribe(&mut self, _: CaseId, _: u64, _: &str) -> Result<()> {
        Ok(())
    }

    async fn keep_message(&mut self, _: CaseId, name: &str) -> Result<()> {
        self.things.inbox.push(name.to_owned());
        self.note(Line::Kept { name: name.to_owned() });
        Ok(())
    }

    async fn take_message(&mut self, _: CaseId, name: &str) -> Result<bool> {
        let at = self.things.inbox.iter().position(|kept| kept == name);
        Ok(at.map(|at| self.things.inbox.remove(at)).is_some())
    }

    async fn start_run(&mut self, id: Uuid, run: Run) -> Result<()> {
        self.things.runs.push(Running { id, run });
        Ok(())
    }

    async fn cancel_runs(&mut self, _: CaseId, token: u64) -> Result<()> {
        self.things.runs.retain(|it| it.run.token != token);
        Ok(())
    }

    async fn end_run(&mut self, id: Uuid) -> Result<()> {
        self.things.runs.retain(|it| it.id != id);
        Ok(())
    }

    /// The event tells it, and the position keeps it.
    async fn open_incident(&mut self, _: CaseId, _: Found<'_>) -> Result<()> {
        Ok(())
    }

    /// Nothing is referred in a trial.
    async fn end_referrals(&mut self, _: CaseId) -> Result<()> {
        Ok(())
    }

    /// The numbers of a trial begin with 1, whatever the register's own are.
    async fn number(&mut self, register: &str, _: CaseId) -> Result<String> {
        self.things.numbers += 1;
        register.clone_into(&mut self.register);
        letters::rehearse(self.scope, register, self.things.now, self.things.numbers).await
    }

    async fn ask(&mut self, _: CaseId, request: DocumentRequest) -> Result<()> {
        self.things.asked = Some(request);
        Ok(())
    }

    async fn asked(&mut self, _: CaseId) -> Result<Option<DocumentRequest>> {
        Ok(self.things.asked.clone())
    }

    async fn supplied(&mut self, _: RequestId) -> Result<()> {
        self.things.asked = None;
        Ok(())
    }

    async fn decide(&mut self, _: CaseId, decision: &Decision) -> Result<()> {
        self.things.decided = Some(decision.outcome.clone());
        Ok(())
    }

    async fn decided(&mut self, _: CaseId) -> Result<Option<String>> {
        Ok(self.things.decided.clone())
    }

    async fn contact(&mut self, _: &Case) -> Result<Contact> {
        let (mobile, email) = (Mobile::parse(MOBILE).ok(), Some(EMAIL.to_owned()));
        Ok(Contact { mobile, email, lang: self.beginning.lang })
    }

    /// Where no service runs through the process yet, it is told of by its own name.
    async fn service_title(&mut self, _: &Case) -> Result<Text> {
        if let Some(key) = &self.beginning.service {
            return Ok(see::service(self.scope, key).await?.sheet.title.clone());
        }
        let definition = &self.definition;
        let en = definition.step().texts.get(Lang::En.code()).cloned();
        Ok(Text { fa: definition.name().to_owned(), en })
    }

    async fn office(&mut self, _: CaseId) -> Result<Option<Arc<Office>>> {
        let Some(task) = self.things.tasks.first() else { return Ok(None) };
        let seat = task.position.map_or_else(|| Seat::Role(task.role.clone()), Seat::Position);
        let tenant = self.scope.tenant().id;
        organisation::office(self.scope.conn(), tenant, seat).await
    }

    async fn write(&mut self, notice: NewNotice<'_>) -> Result<()> {
        for said in notices::rehearse(self.scope, &notice).await? {
            let (channel, subject, text) = (said.channel, said.subject, said.text);
            self.note(Line::Notice { kind: notice.kind, channel, subject, text });
        }
        Ok(())
    }
}
