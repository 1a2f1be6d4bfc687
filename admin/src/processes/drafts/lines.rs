//! The steps of a draft as lines of the list: what each is, who has it, where it leads, and what
//! happens when its time is over.

use bpmn::steps::{Deadline, ListStep, StepList, Tag, Then, What, roles};
use bpmn::{Span, Timer};
use locale::words::{Lang, list, say, say1};
use locale::working;
use serde::Serialize;

use crate::role::role;

#[derive(Debug, Serialize)]
pub(crate) struct LineView {
    id: String,
    number: usize,
    name: String,
    /// The key of the word for what it is.
    kind: &'static str,
    who: Option<String>,
    within: Option<String>,
    ways: Vec<WayView>,
    deadlines: Vec<LateView>,
    /// The tasks that are done at the same time.
    branches: Vec<BranchView>,
    /// What is wrong with it.
    problems: Vec<String>,
    up: bool,
    down: bool,
    removable: bool,
}

#[derive(Debug, Serialize)]
struct WayView {
    /// Under which condition; nothing when always.
    when: Option<String>,
    to: String,
    name: String,
}

#[derive(Debug, Serialize)]
struct LateView {
    when: String,
    /// What happens.
    then: String,
    /// The step that follows, if one does.
    to: Option<String>,
}

#[derive(Debug, Serialize)]
struct BranchView {
    id: String,
    name: String,
    who: String,
}

pub(crate) fn lines(steps: &StepList, lang: Lang) -> Vec<LineView> {
    let last = steps.steps.len().saturating_sub(1);
    let line = |(no, step): (usize, &ListStep)| LineView {
        id: step.id().to_owned(),
        number: no + 1,
        name: name(step, lang),
        kind: kind(&step.what),
        who: who(step, lang),
        within: within(&step.tag, lang),
        ways: ways(steps, step, lang),
        deadlines: step.deadlines.iter().map(|it| late(steps, it, lang)).collect(),
        branches: branches(step, lang),
        problems: Vec::new(),
        up: no > 1,
        down: no > 0 && no < last,
        removable: no > 0,
    };
    steps.steps.iter().enumerate().map(line).collect()
}

impl LineView {
    pub(crate) fn id(&self) -> &str {
        &self.id
    }

    pub(crate) fn tell(&mut self, problem: String) {
        self.problems.push(problem);
    }
}

/// What a step is called in a language; one without a name by what it is.
pub(crate) fn name(step: &ListStep, lang: Lang) -> String {
    said(&step.tag, lang).unwrap_or_else(|| say1(lang, kind(&step.what)))
}

fn said(tag: &Tag, lang: Lang) -> Option<String> {
    let own = tag.step.texts.get(lang.code()).unwrap_or(&tag.name);
    (!own.is_empty()).then(|| own.clone())
}

pub(crate) fn kind(what: &What) -> &'static str {
    match what {
        What::Start => "processes-kind-start",
        What::Task => "processes-kind-task",
        What::Ask(_) => "steps-kind-ask",
        What::Together { .. } => "steps-kind-together",
        What::Wait(_) => "processes-kind-receive",
        What::Service => "processes-kind-service",
        What::Notice => "processes-kind-send",
        What::Choice => "processes-kind-choice",
        What::End { .. } => "processes-kind-end",
    }
}

fn who(step: &ListStep, lang: Lang) -> Option<String> {
    match &step.what {
        What::Ask(repeat) => {
            let asked = roles(repeat)?;
            let asked: Vec<String> = asked.iter().map(|name| role(name, lang)).collect();
            Some(list(lang, &asked)).filter(|it| !it.is_empty())
        }
        _ => step.tag.step.get("role").filter(|it| !it.is_empty()).map(|name| role(name, lang)),
    }
}

fn within(tag: &Tag, lang: Lang) -> Option<String> {
    let working = tag.step.get("calendar") == Some("working");
    Some(working::Span::parse_iso(tag.step.get("within")?, working)?.say(lang))
}

fn ways(steps: &StepList, step: &ListStep, lang: Lang) -> Vec<WayView> {
    let view = |when: Option<String>, to: &str| {
        let name = steps.find(to).map(|step| name(step, lang)).unwrap_or_default();
        WayView { when, to: to.to_owned(), name }
    };
    if step.what == What::Task && step.tag.step.outcomes.len() > 1 {
        let outcomes = step.tag.step.outcomes.iter().filter_map(|outcome| {
            let own = outcome.texts.get(lang.code()).unwrap_or(&outcome.name);
            Some(view(Some(own.clone()), step.leads_to(&outcome.id)?))
        });
        return outcomes.collect();
    }
    let ways = step.ways.iter().map(|way| {
        let otherwise = || way.otherwise.then(|| say1(lang, "steps-otherwise"));
        view(way.when.clone().or_else(otherwise), &way.to)
    });
    ways.collect()
}

fn late(steps: &StepList, deadline: &Deadline, lang: Lang) -> LateView {
    let when = match span(deadline, lang) {
        Some(span) => say(lang, "processes-late", &[("span", span.into())]),
        None => said(&deadline.tag, lang).unwrap_or_else(|| say1(lang, "processes-kind-timer")),
    };
    let (then, to) = match &deadline.then {
        Then::Lapse(to) => {
            let name = steps.find(to).map(|step| name(step, lang));
            (name.unwrap_or_else(|| say1(lang, "steps-nowhere")), Some(to.clone()))
        }
        Then::Aside(asides, _) => {
            let names: Vec<String> =
                asides.iter().map(|aside| said(&aside.tag, lang).unwrap_or_default()).collect();
            (list(lang, &names), None)
        }
    };
    LateView { when, then, to: to.filter(|to| !to.is_empty()) }
}

fn span(deadline: &Deadline, lang: Lang) -> Option<String> {
    let working = deadline.tag.step.get("calendar") == Some("working");
    let (Timer::Duration(span) | Timer::Cycle { every: span, .. }) = &deadline.timer else {
        return None;
    };
    Some(working::Span::parse_iso(&Span::to_string(span), working)?.say(lang))
}

fn branches(step: &ListStep, lang: Lang) -> Vec<BranchView> {
    let What::Together { branches, .. } = &step.what else { return Vec::new() };
    let view = |it: &ListStep| BranchView {
        id: it.id().to_owned(),
        name: name(it, lang),
        who: who(it, lang).unwrap_or_default(),
    };
    branches.iter().map(|branch| view(&branch.it)).collect()
}
