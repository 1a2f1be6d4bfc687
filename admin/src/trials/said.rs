//! What was done in a trial and what came of it, in words.

use std::collections::HashMap;

use bpmn::Node;
use chrono::{DateTime, Utc};
use domain::cases::Reason;
use domain::organisation::Position;
use domain::trials::{Command, Line, Noted, Outcome, Pause};
use locale::jalali::Day;
use locale::words::{Lang, has, list, say, say1};
use serde::Serialize;

/// One line: a sentence in which the names of others stand isolated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct LineView {
    pub(crate) text: String,
    /// What a notice says.
    subject: Option<String>,
    words: Option<String>,
}

/// What comes of a command.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct OutcomeView {
    lines: Vec<LineView>,
    /// Where the case waits then, or how it ended.
    stands: String,
    refused: Option<String>,
}

/// The names that a process and its agency give things, in a language.
pub(crate) struct Saying<'a> {
    nodes: HashMap<String, Node>,
    positions: &'a [Position],
    reasons: &'a [Reason],
    pub(crate) lang: Lang,
}

impl<'a> Saying<'a> {
    /// The names are there whatever is wrong with the text.
    pub(crate) fn of(
        xml: &str,
        (positions, reasons): (&'a [Position], &'a [Reason]),
        lang: Lang,
    ) -> Self {
        let nodes = bpmn::sketch(xml).nodes.into_iter().map(|node| (node.it.id.clone(), node.it));
        Self { nodes: nodes.collect(), positions, reasons, lang }
    }

    /// What a step is called; one that is no longer there by its id.
    pub(crate) fn step(&self, id: &str) -> String {
        let named = self
            .nodes
            .get(id)
            .map(|node| node.step.texts.get(self.lang.code()).unwrap_or(&node.name).as_str());
        named.filter(|name| !name.is_empty()).unwrap_or(id).to_owned()
    }

    fn outcome(&self, node: &str, id: &str) -> String {
        let outcome = self.nodes.get(node).and_then(|node| node.step.outcome(id));
        let named = outcome
            .map(|outcome| outcome.texts.get(self.lang.code()).unwrap_or(&outcome.name).as_str());
        named.filter(|name| !name.is_empty()).unwrap_or(id).to_owned()
    }

    /// The positions that carry a role.
    fn who(&self, role: &str) -> String {
        let carries = |it: &&Position| it.roles.iter().any(|known| known == role);
        let titles: Vec<String> = self
            .positions
            .iter()
            .filter(carries)
            .map(|position| position.title.say(self.lang).to_owned())
            .collect();
        if titles.is_empty() {
            return say1(self.lang, "processes-nobody");
        }
        list(self.lang, &titles)
    }

    fn day(&self, at: DateTime<Utc>) -> String {
        Day::of(at).short(self.lang)
    }

    /// A code that people have words for under a prefix; the code itself where they have none.
    fn word(&self, prefix: &str, code: &str) -> String {
        let key = format!("{prefix}-{}", code.replace('_', "-"));
        if has(self.lang, &key) { say1(self.lang, &key) } else { code.to_owned() }
    }

    pub(crate) fn stage(&self, stage: &str) -> String {
        self.word("stage", stage)
    }

    fn says(&self, key: &str, args: &[(&str, String)]) -> String {
        let args: Vec<_> =
            args.iter().map(|(name, value)| (*name, value.as_str().into())).collect();
        say(self.lang, key, &args)
    }

    /// A deadline that runs.
    pub(crate) fn deadline(&self, node: &str, due_at: Option<DateTime<Utc>>) -> String {
        match due_at {
            Some(at) => {
                self.says("trial-deadline", &[("step", self.step(node)), ("day", self.day(at))])
            }
            None => self.says("trial-deadline-stopped", &[("step", self.step(node))]),
        }
    }

    pub(crate) fn command(&self, command: Option<&Command>) -> String {
        let Some(command) = command else { return say1(self.lang, "trial-do-begin") };
        match command {
            Command::Complete { node, outcome, .. } => {
                let outcome = self.outcome(node, outcome);
                self.says("trial-do-complete", &[("step", self.step(node)), ("outcome", outcome)])
            }
            Command::Supply => say1(self.lang, "trial-do-supply"),
            Command::Message { name } => self.says("trial-do-message", &[("name", name.clone())]),
            Command::Report { node, ok: true } => {
                self.says("trial-do-service", &[("step", self.step(node))])
            }
            Command::Report { node, ok: false } => {
                self.says("trial-do-service-failed", &[("step", self.step(node))])
            }
            Command::Wait { pause } => self.pause(*pause),
            Command::Withdraw => say1(self.lang, "trial-do-withdraw"),
        }
    }

    fn pause(&self, pause: Pause) -> String {
        let (key, count) = match pause {
            Pause::UntilDue => return say1(self.lang, "trial-do-wait-due"),
            Pause::Hours(count) => ("trial-do-wait-hours", count),
            Pause::Days(count) => ("trial-do-wait-days", count),
            Pause::WorkingDays(count) => ("trial-do-wait-working-days", count),
        };
        say(self.lang, key, &[("count", i64::from(count).into())])
    }

    pub(crate) fn outcome_of(&self, outcome: &Outcome) -> OutcomeView {
        OutcomeView {
            lines: outcome.lines.iter().map(|noted| self.noted(noted)).collect(),
            stands: self.stands(&outcome.stands, outcome.ended.as_deref()),
            refused: outcome.refused.as_deref().map(|reason| self.refused(reason)),
        }
    }

    /// Where a case waits, or how it ended.
    pub(crate) fn stands(&self, stands: &[String], ended: Option<&str>) -> String {
        if let Some(ended) = ended {
            return self.word("trial-ended", ended);
        }
        let names: Vec<String> = stands.iter().map(|node| self.step(node)).collect();
        if names.is_empty() {
            return say1(self.lang, "trial-stands-nowhere");
        }
        self.says("trial-stands", &[("steps", list(self.lang, &names))])
    }

    pub(crate) fn refused(&self, reason: &str) -> String {
        match reason {
            "missing" | "invalid" => say1(self.lang, &format!("trial-refused-{reason}")),
            code => self.word("refusal", code),
        }
    }

    fn noted(&self, noted: &Noted) -> LineView {
        self.line(&noted.line)
    }

    pub(crate) fn line(&self, line: &Line) -> LineView {
        let (subject, words) = match line {
            Line::Notice { subject, text, .. } => (subject.clone(), Some(text.clone())),
            _ => (None, None),
        };
        LineView { text: self.sentence(line), subject, words }
    }

    fn sentence(&self, line: &Line) -> String {
        let step = |key: &str, node: &str| self.says(key, &[("step", self.step(node))]);
        let dated = |key: &str, node: &str, at: DateTime<Utc>| {
            self.says(key, &[("step", self.step(node)), ("day", self.day(at))])
        };
        match line {
            Line::Step { node } => step("trial-line-step", node),
            Line::Task { node, role, due_at } => self.task(node, role, *due_at),
            Line::Done { node, outcome } => {
                let outcome = self.outcome(node, outcome);
                self.says("trial-line-done", &[("step", self.step(node)), ("outcome", outcome)])
            }
            Line::Cancelled { node } => step("trial-line-cancelled", node),
            Line::Stage { stage } => self.says("trial-line-stage", &[("stage", self.stage(stage))]),
            Line::Numbered { number, .. } => {
                self.says("trial-line-numbered", &[("number", number.clone())])
            }
            Line::Asked { titles, due_at } => {
                let titles = list(self.lang, titles);
                self.says("trial-line-asked", &[("titles", titles), ("day", self.day(*due_at))])
            }
            Line::Supplied => say1(self.lang, "trial-line-supplied"),
            Line::Decided { outcome, reason } => {
                let outcome = self.word("decision", outcome);
                self.says(
                    "trial-line-decided",
                    &[("outcome", outcome), ("reason", self.reason(reason))],
                )
            }
            Line::Service { node, .. } => step("trial-line-service", node),
            Line::ServiceDone { node, .. } => step("trial-line-service-done", node),
            Line::Deadline { node, due_at } => dated("trial-line-deadline", node, *due_at),
            Line::Late { node, due_at } => dated("trial-line-late", node, *due_at),
            Line::ClockStopped => say1(self.lang, "trial-line-clock-stopped"),
            Line::ClockStarted { promised_at } => {
                self.says("trial-line-clock-started", &[("day", self.day(*promised_at))])
            }
            Line::Notice { kind, channel, .. } => {
                let (kind, channel): (&str, &str) = (kind.into(), channel.into());
                let kind = self.word("notice-kind", kind);
                let channel = self.word("notice-channel", channel);
                self.says("trial-line-notice", &[("kind", kind), ("channel", channel)])
            }
            Line::Stuck { node, reason } => {
                let why = match reason.as_str() {
                    "service" => say1(self.lang, "trial-stuck-service"),
                    reason => self.word("bpmn-stuck", reason),
                };
                self.says("trial-line-stuck", &[("step", self.step(node)), ("why", why)])
            }
            Line::Kept { name } => self.says("trial-line-kept", &[("name", name.clone())]),
            Line::Withdrawn => say1(self.lang, "trial-line-withdrawn"),
            Line::Ended { state } => self.word("trial-ended", state),
        }
    }

    fn task(&self, node: &str, role: &str, due_at: Option<DateTime<Utc>>) -> String {
        let (step, who) = (self.step(node), self.who(role));
        match due_at {
            Some(at) => {
                let args = [("step", step), ("who", who), ("day", self.day(at))];
                self.says("trial-line-task-due", &args)
            }
            None => self.says("trial-line-task", &[("step", step), ("who", who)]),
        }
    }

    fn reason(&self, key: &str) -> String {
        let reason = self.reasons.iter().find(|reason| reason.key == key);
        reason.map_or(key, |reason| reason.title.say(self.lang)).to_owned()
    }
}
