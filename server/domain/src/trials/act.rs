//! Doing one thing in a trial.

use locale::working::Span;
use tenants::{Act, Agency, Scope};

use super::model::{Command, Pause, Subject};
use super::sandbox::Sandbox;
use super::{see, store};
use crate::cases::{self, Case, SUPPLIED};
use crate::incidents::{Found, IncidentKind};
use crate::{Error, Refusal, Result, deadlines};

/// Do one thing in the trial of a process, as it was when the trial was looked at. It is done on the
/// draft with which the trial began.
///
/// # Errors
/// `Refused(ChangedMeanwhile)` when somebody did something before; whatever the same would be told
/// in a real case.
pub async fn act(
    scope: &mut Scope,
    subject: Subject<'_>,
    rev: i32,
    command: &Command,
) -> Result<()> {
    scope.allow(Act::Configure, &Agency)?;
    let mut held = see::hold(scope, subject.key, rev).await?;
    let definition = see::definition(&held.xml)?;
    held.play.carry_out(scope, &definition, command).await?;
    store::update(scope, &held).await
}

/// How many deadlines may pass in one pause.
const MOST_DEADLINES: usize = 1_000;

impl Sandbox<'_> {
    pub(super) async fn carry_out(&mut self, case: &mut Case, command: &Command) -> Result<()> {
        if !case.is_open() && !matches!(command, Command::Wait { .. }) {
            return Err(Refusal::CaseClosed.into());
        }
        match command {
            Command::Complete { node, outcome, with } => {
                let open = self.things.tasks.iter().find(|task| task.node == *node);
                let task = open.cloned().ok_or(Error::Missing("task"))?;
                let definition = cases::Ground::definition(self, case).await?;
                let step = definition.node(node).ok_or(Error::Missing("step"))?;
                let outcome = step.step.outcome(outcome);
                let outcome = outcome.ok_or_else(|| Error::invalid("outcome", "choose"))?;
                cases::finish(self, case, &task, (outcome, with.clone())).await
            }
            Command::Supply => {
                let asked = self.things.asked.as_ref().map(|request| request.id);
                cases::hand_in(self, case, asked.ok_or(Refusal::NothingAsked)?).await
            }
            Command::Message { name } if name == SUPPLIED => Err(Error::Missing("message")),
            Command::Message { name } => cases::arrive(self, case, name).await,
            Command::Report { node, ok } => {
                let run = self.things.runs.iter().find(|it| it.run.node == *node);
                let run = run.map(|it| (it.id, it.run.clone()));
                let (id, run) = run.ok_or(Error::Missing("service run"))?;
                if *ok {
                    return cases::served(self, case, (id, run)).await;
                }
                // Tried as often as it may be.
                let (kind, detail) = (IncidentKind::Job, "service");
                let found = Found { token: run.token, node, kind, detail, job: None };
                cases::met(self, case, found).await
            }
            Command::Wait { pause } => self.wait(case, *pause).await,
            Command::Withdraw => cases::take_back(self, case).await,
        }
    }

    /// Let time pass; each deadline on the way is over at its own moment.
    async fn wait(&mut self, case: &mut Case, pause: Pause) -> Result<()> {
        let span = match pause {
            Pause::UntilDue => None,
            Pause::Hours(hours) => Some(Span { hours, ..Span::default() }),
            Pause::Days(days) => Some(Span::days(days)),
            Pause::WorkingDays(days) => Some(Span::working_days(days)),
        };
        let until = match span {
            Some(span) => {
                deadlines::calendar(cases::Ground::scope(self)).await?.add(self.things.now, &span)
            }
            None => self.next_due().ok_or(Error::Missing("deadline"))?,
        };
        for _ in 0..MOST_DEADLINES {
            let Some(due_at) = self.next_due().filter(|due_at| *due_at <= until) else { break };
            self.things.now = self.things.now.max(due_at);
            let due = self.things.timers.iter().filter(|it| it.left.is_none());
            let due = due.min_by_key(|it| it.timer.due_at).map(|it| it.timer.clone());
            cases::fire(self, case, due.ok_or(Error::Missing("timer"))?).await?;
            self.drain(case).await?;
        }
        self.things.now = self.things.now.max(until);
        Ok(())
    }

    /// When the next deadline is over; those that stand still with the clock are not.
    fn next_due(&self) -> Option<chrono::DateTime<chrono::Utc>> {
        let running = self.things.timers.iter().filter(|it| it.left.is_none());
        running.map(|it| it.timer.due_at).min()
    }
}
