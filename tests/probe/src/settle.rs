//! What happens by itself: jobs are done, early messages find their receiver, timers fire.

use bpmn::{Span, Trigger, WaitsFor};
use chrono::NaiveDateTime;

use crate::case::{Case, Deployed};
use crate::clock;
use crate::command::Vars;

/// How much may happen by itself after one command, so that no model keeps the probe busy forever.
const MOST_ROUNDS: usize = 100_000;

impl Case {
    /// Do every job and deliver every waiting message, until there is nothing of the kind.
    pub(crate) fn settle(&mut self, deployed: &Deployed, do_jobs: bool) -> Result<(), String> {
        for _ in 0..MOST_ROUNDS {
            let job = self.position.waits().find(|wait| do_jobs && wait.on == WaitsFor::Service);
            let (trigger, vars) = if let Some(job) = job {
                (Trigger::JobDone { token: job.token }, Vars::new())
            } else if let Some(at) = self.deliverable(deployed) {
                let (name, vars) = self.inbox.remove(at);
                (Trigger::Message { name }, vars)
            } else {
                return Ok(());
            };
            self.send(deployed, &trigger, vars).map_err(|fault| fault.to_string())?;
        }
        Err(format!("more than {MOST_ROUNDS} jobs and messages after one command"))
    }

    /// The first message in the inbox for which somebody waits now.
    fn deliverable(&self, deployed: &Deployed) -> Option<usize> {
        let awaited = self.position.messages(&deployed.definition);
        self.inbox.iter().position(|(name, _)| awaited.contains(&name.as_str()))
    }

    /// Move the clock, and fire what becomes due on the way at its own time.
    pub(crate) fn wait(
        &mut self,
        deployed: &Deployed,
        span: Span,
        do_jobs: bool,
    ) -> Result<(), String> {
        let until = clock::after(self.now, span).ok_or("no calendar reaches that far")?;
        for _ in 0..MOST_ROUNDS {
            let Some((due, at)) = self.next_due(until) else {
                self.now = until;
                return Ok(());
            };
            self.now = self.now.max(due);
            let timer = self.timers.remove(at);
            let trigger = Trigger::Timer { token: timer.token, node: timer.node };
            self.send(deployed, &trigger, Vars::new()).map_err(|fault| fault.to_string())?;
            self.settle(deployed, do_jobs)?;
        }
        Err(format!("more than {MOST_ROUNDS} timers fired; the clock stands at {}", self.now))
    }

    /// The timer that is due first, the one armed first among equals.
    fn next_due(&self, until: NaiveDateTime) -> Option<(NaiveDateTime, usize)> {
        let due = |(at, timer): (usize, &crate::case::ArmedTimer)| Some((timer.due?, at));
        self.timers.iter().enumerate().filter_map(due).min().filter(|(due, _)| *due <= until)
    }
}
