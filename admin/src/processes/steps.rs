//! The steps of a process as a list: who has each, by when, and what comes next.

use bpmn::picture::{Next, Way, next, order};
use bpmn::{Definition, Kind, Node, Timer};
use domain::organisation::Position;
use locale::words::{Lang, list, say, say1};
use locale::working::Span;
use serde::Serialize;

#[derive(Debug, Serialize)]
pub(crate) struct StepView {
    id: String,
    name: String,
    /// The key of the word for what it is.
    kind: &'static str,
    who: Option<String>,
    within: Option<String>,
    next: Vec<NextView>,
}

#[derive(Debug, Serialize)]
struct NextView {
    /// Under which condition; nothing when always.
    when: Option<String>,
    id: String,
    name: String,
}

pub(crate) fn steps(definition: &Definition, positions: &[Position], lang: Lang) -> Vec<StepView> {
    let reading = Reading { definition, positions, lang };
    order(definition).into_iter().map(|node| reading.step(node)).collect()
}

struct Reading<'a> {
    definition: &'a Definition,
    positions: &'a [Position],
    lang: Lang,
}

impl Reading<'_> {
    fn step(&self, node: &Node) -> StepView {
        let nexts = next(self.definition, node, self.lang.code());
        StepView {
            id: node.id.clone(),
            name: self.name(node),
            kind: kind(&node.kind),
            who: self.who(node),
            within: self.within(node),
            next: nexts.iter().map(|next| self.next(next)).collect(),
        }
    }

    fn name(&self, node: &Node) -> String {
        let own = node.step.texts.get(self.lang.code()).unwrap_or(&node.name);
        if own.is_empty() { say1(self.lang, kind(&node.kind)) } else { own.clone() }
    }

    /// The positions that carry the step's role.
    fn who(&self, node: &Node) -> Option<String> {
        let role = node.step.get("role")?;
        let carries = |position: &&Position| position.roles.iter().any(|known| known == role);
        let titles: Vec<String> = self
            .positions
            .iter()
            .filter(carries)
            .map(|position| position.title.say(self.lang).to_owned())
            .collect();
        let nobody = || say1(self.lang, "processes-nobody");
        Some(if titles.is_empty() { nobody() } else { list(self.lang, &titles) })
    }

    fn within(&self, node: &Node) -> Option<String> {
        let working = node.step.get("calendar") == Some("working");
        Some(Span::parse_iso(node.step.get("within")?, working)?.say(self.lang))
    }

    fn next(&self, next: &Next<'_>) -> NextView {
        let when = match &next.way {
            Way::On(said) if said.is_empty() => None,
            Way::On(said) => Some(list(self.lang, said)),
            Way::Late(timer) => Some(self.late(timer)),
        };
        NextView { when, id: next.node.id.clone(), name: self.name(next.node) }
    }

    fn late(&self, event: &Node) -> String {
        let working = event.step.get("calendar") == Some("working");
        let span = match event.kind.timer() {
            Some(Timer::Duration(span) | Timer::Cycle { every: span, .. }) => {
                Span::parse_iso(&span.to_string(), working)
            }
            _ => None,
        };
        match span {
            Some(span) => say(self.lang, "processes-late", &[("span", span.say(self.lang).into())]),
            None => self.name(event),
        }
    }
}

fn kind(kind: &Kind) -> &'static str {
    match kind {
        _ if kind.timer().is_some() => "processes-kind-timer",
        Kind::Start => "processes-kind-start",
        Kind::End | Kind::Terminate | Kind::EndThrow(_) => "processes-kind-end",
        Kind::UserTask => "processes-kind-task",
        Kind::ServiceTask | Kind::BusinessRuleTask { .. } | Kind::ScriptTask { .. } => {
            "processes-kind-service"
        }
        Kind::SendTask => "processes-kind-send",
        Kind::ReceiveTask { .. } => "processes-kind-receive",
        Kind::Pass => "processes-kind-pass",
        Kind::SubProcess | Kind::EventSubProcess | Kind::CallActivity { .. } => {
            "processes-kind-scope"
        }
        Kind::Exclusive => "processes-kind-choice",
        Kind::Parallel => "processes-kind-fork",
        Kind::Inclusive => "processes-kind-or",
        Kind::EventGateway => "processes-kind-first",
        Kind::EventStart { .. }
        | Kind::Catch(_)
        | Kind::Throw(_)
        | Kind::Passage
        | Kind::Boundary { .. } => "processes-kind-event",
    }
}
