//! Changing the list. Each change gives a list that is settled; what else stands in it stays, with
//! its ids.

use super::fresh::Ids;
use super::model::{
    Arrow, Aside, Branch, Deadline, ListStep, StepList, Tag, Then, Way, What, condition_of,
};
use crate::definition::{Outcome, Over, Repeat};
use crate::timer::{Span, Timer};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    Up,
    Down,
}

/// What can be put into a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NewStep {
    Task,
    /// A task whose outcomes lead on and back.
    Approval,
    /// Several units at once.
    Ask,
    /// Several tasks at once.
    Together,
    Wait,
    Service,
    Notice,
    Choice,
    End,
}

/// A new element's name in the file's language, and in others by their codes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct New {
    pub name: String,
    pub texts: Vec<(String, String)>,
}

/// The message that tells that the applicant has sent what was missing.
const SUPPLIED: &str = "documents-supplied";

impl StepList {
    /// Put a new step behind another, into the way from it to the step that follows it in the list.
    /// `words` names the step and its outcomes, in this order. Gives the new list and the new id.
    #[must_use]
    pub fn insert(&self, behind: &str, kind: NewStep, words: &[New]) -> Option<(Self, String)> {
        let mut list = self.clone();
        let at = list.at(behind)?;
        let next = list.steps.get(at + 1).map(|step| step.tag.id.clone());
        let mut ids = Ids::of(&list);
        let mut step = fresh(kind, &mut Words { words, ids: &mut ids });
        let id = step.tag.id.clone();
        let is_end = step.is_end();
        // The new step stands in the way that is usually taken: that of the first outcome, or to
        // the next in the list.
        let before = &mut list.steps[at];
        let first = before.tag.step.outcomes.first();
        let usual = first.and_then(|it| before.leads_to(&it.id)).map(str::to_owned);
        let on = usual
            .or_else(|| next.clone().filter(|to| before.ways.iter().any(|way| way.to == *to)));
        let on = on.or_else(|| before.ways.first().map(|way| way.to.clone()));
        for way in before.ways.iter_mut().filter(|way| Some(&way.to) == on.as_ref() && !is_end) {
            way.to.clone_from(&id);
        }
        let on = on.or(next);
        if kind == NewStep::Approval {
            let back = if at == 0 { id.clone() } else { behind.to_owned() };
            let ways = [("agreed", on.clone().unwrap_or_default()), ("returned", back)];
            step.lead(&ways.map(|(outcome, to)| (outcome.to_owned(), to)));
        } else if kind == NewStep::Choice {
            // The condition is to be written yet.
            let when = Some(String::from("true"));
            let on = on.unwrap_or_default();
            step.ways = vec![Way { when, ..Way::on(&on) }, Way { otherwise: true, ..Way::on(&on) }];
        } else if !is_end {
            step.ways = on.iter().map(|to| Way::on(to)).collect();
        }
        list.steps.insert(at + 1, step);
        Some((list.settled(), id))
    }

    /// Take a step out; whatever led to it leads to where it led first.
    #[must_use]
    pub fn remove(&self, id: &str) -> Option<Self> {
        let mut list = self.clone();
        let at = list.at(id).filter(|at| *at > 0)?;
        let gone = list.steps.remove(at);
        let on = gone.ways.iter().map(|way| way.to.clone()).find(|to| to != id);
        for step in &mut list.steps {
            let on = on.clone().filter(|on| *on != step.tag.id);
            for way in step.ways.iter_mut().filter(|way| way.to == id) {
                way.to = on.clone().unwrap_or_default();
            }
            for deadline in &mut step.deadlines {
                if let Then::Lapse(to) = &mut deadline.then
                    && to == id
                {
                    *to = on.clone().unwrap_or_default();
                }
            }
        }
        Some(list.settled())
    }

    /// Move a step one place. Where one of the two neighbours leads to the other, they change places
    /// in the course of the process as well; else in the list alone.
    #[must_use]
    pub fn shift(&self, id: &str, direction: Direction) -> Option<Self> {
        let at = self.at(id)?;
        let upper = if direction == Direction::Up { at.checked_sub(1)? } else { at };
        let lower = upper + 1;
        if upper == 0 || lower >= self.steps.len() {
            return None;
        }
        let mut list = self.clone();
        let (first, second) = (list.steps[upper].tag.id.clone(), list.steps[lower].tag.id.clone());
        let below = list.steps.get(lower + 1).map(|step| step.tag.id.clone());
        let second_leads = |to: &String| list.steps[lower].ways.iter().any(|way| way.to == *to);
        // Where the course goes on behind both of them.
        let on = below.filter(second_leads).or_else(|| match list.steps[lower].ways.as_slice() {
            [only] if only.to != first => Some(only.to.clone()),
            _ => None,
        });
        let first_leads = list.steps[upper].ways.iter().any(|way| way.to == second);
        if let (true, Some(on)) = (first_leads, on) {
            for step in &mut list.steps[..upper] {
                step.redirect(&first, &second);
            }
            list.steps[upper].redirect(&second, &on);
            list.steps[lower].redirect(&on, &first);
        }
        list.steps.swap(upper, lower);
        Some(list.settled())
    }

    /// Give a step a deadline: remind or escalate aside, or lapse to another step.
    pub fn add_deadline(&mut self, id: &str, name: &New, timer: (Timer, bool), then: NewThen) {
        let mut ids = Ids::of(self);
        let Some(step) = self.find_mut(id) else { return };
        let mut tag = name.tag(ids.take(&format!("{id}-late")));
        if timer.1 {
            tag.step.attributes.insert("calendar".into(), "working".into());
        }
        let then = match then {
            NewThen::Lapse(to) => Then::Lapse(to),
            NewThen::Aside(what, name, attributes) => {
                let mut aside = name.tag(ids.take(&format!("{id}-overdue")));
                aside.step.attributes.extend(attributes);
                if what == What::Task {
                    let noted = Outcome { id: "noted".into(), ..name.outcome() };
                    aside.step.outcomes.push(noted);
                }
                let end = Tag { id: ids.take(&format!("{id}-overdue-end")), ..Tag::default() };
                let aside = Aside { tag: aside, what, flow: Arrow::default() };
                Then::Aside(vec![aside], end)
            }
        };
        step.deadlines.push(Deadline { tag, timer: timer.0, flow: Arrow::default(), then });
    }

    /// Add a task to several that are done at the same time.
    pub fn add_branch(&mut self, id: &str, name: &New, role: &str, outcome: &New) {
        let mut ids = Ids::of(self);
        let Some(ListStep { what: What::Together { branches, .. }, .. }) = self.find_mut(id) else {
            return;
        };
        branches.push(branch(name.tag(ids.take(&format!("{id}-task"))), role, outcome));
    }
}

/// What is to happen when a new deadline is over.
#[derive(Debug, Clone, PartialEq)]
pub enum NewThen {
    Lapse(String),
    /// A task, service or notice with its name and what the desk says of it.
    Aside(What, New, Vec<(String, String)>),
}

impl ListStep {
    /// Lead each outcome to a step. Where all lead to one no gateway stands between.
    pub fn lead(&mut self, targets: &[(String, String)]) {
        let old = std::mem::take(&mut self.ways);
        let flow_of = |when: Option<&str>| {
            let found = old.iter().find(|way| way.when.as_deref() == when);
            found.map(|way| way.flow.clone()).unwrap_or_default()
        };
        let Some((_, last)) = targets.last() else { return };
        if targets.iter().all(|(_, to)| to == last) {
            let flow = self.gate.take().map_or_else(|| flow_of(None), |(_, arrow)| arrow);
            self.ways = vec![Way { flow, ..Way::on(last) }];
            return;
        }
        // The way that was taken otherwise still is, if some outcome leads there.
        let before = old.iter().find(|way| way.otherwise).map(|way| &way.to);
        let otherwise = before.filter(|to| targets.iter().any(|it| it.1 == **to)).unwrap_or(last);
        let (others, rest): (Vec<_>, Vec<_>) = targets.iter().partition(|it| it.1 != *otherwise);
        let mut ways: Vec<Way> = others
            .iter()
            .map(|(outcome, to)| {
                let when = condition_of(outcome);
                Way { flow: flow_of(Some(&when)), when: Some(when), ..Way::on(to) }
            })
            .collect();
        if rest.is_empty() {
            self.ways = ways;
            return;
        }
        let flow = old.iter().find(|way| way.otherwise).map(|way| way.flow.clone());
        let place = old.iter().position(|way| way.otherwise).unwrap_or(ways.len()).min(ways.len());
        let way = Way { flow: flow.unwrap_or_default(), otherwise: true, ..Way::on(otherwise) };
        ways.insert(place, way);
        self.ways = ways;
    }

    fn redirect(&mut self, from: &str, to: &str) {
        for way in self.ways.iter_mut().filter(|way| way.to == from) {
            to.clone_into(&mut way.to);
        }
        for deadline in &mut self.deadlines {
            if let Then::Lapse(it) = &mut deadline.then
                && it == from
            {
                to.clone_into(it);
            }
        }
    }
}

impl New {
    pub(super) fn tag(&self, id: String) -> Tag {
        let mut tag = Tag { id, name: self.name.clone(), ..Tag::default() };
        tag.step.texts = self.texts.iter().cloned().collect();
        tag
    }

    fn outcome(&self) -> Outcome {
        let texts = self.texts.iter().cloned().collect();
        Outcome { name: self.name.clone(), texts, ..Outcome::default() }
    }
}

/// The words of a new step, handed out one after the other.
struct Words<'a> {
    words: &'a [New],
    ids: &'a mut Ids,
}

impl Words<'_> {
    fn next(&mut self) -> New {
        let Some((first, rest)) = self.words.split_first() else { return New::default() };
        self.words = rest;
        first.clone()
    }

    fn outcome(&mut self, id: &str) -> Outcome {
        Outcome { id: id.to_owned(), ..self.next().outcome() }
    }
}

fn fresh(kind: NewStep, words: &mut Words<'_>) -> ListStep {
    let name = words.next();
    let id = words.ids.take("step");
    let mut tag = name.tag(id.clone());
    let mut deadlines = Vec::new();
    let what = match kind {
        NewStep::Task => {
            tag.step.outcomes.push(words.outcome("done"));
            What::Task
        }
        NewStep::Approval => {
            let outcomes = [words.outcome("agreed"), words.outcome("returned")];
            tag.step.outcomes.extend(outcomes);
            What::Task
        }
        NewStep::Ask => {
            tag.step.outcomes.push(words.outcome("opinion-given"));
            tag.step.attributes.insert("role".into(), "=unit".into());
            What::Ask(asked(&[]))
        }
        NewStep::Together => {
            let (it, outcome) = (words.next(), words.next());
            let mut task = || branch(it.tag(words.ids.take(&format!("{id}-task"))), "", &outcome);
            let branches = vec![task(), task()];
            let join = Tag { id: words.ids.take(&format!("{id}-all")), ..Tag::default() };
            What::Together { branches, join }
        }
        NewStep::Wait => {
            let late = words.next();
            let stage = [("stage", "needs_documents"), ("clock", "stops")];
            let stage = stage.map(|(name, value)| (name.to_owned(), value.to_owned()));
            tag.step.attributes.extend(stage);
            let timer = Timer::Duration(Span { days: 30, ..Span::default() });
            let late = late.tag(words.ids.take(&format!("{id}-late")));
            let (flow, then) = (Arrow::default(), Then::Lapse(String::new()));
            deadlines.push(Deadline { tag: late, timer, flow, then });
            What::Wait(SUPPLIED.into())
        }
        NewStep::Service => What::Service,
        NewStep::Notice => What::Notice,
        NewStep::Choice => What::Choice,
        NewStep::End => What::End { all: true },
    };
    ListStep { tag, what, door: None, gate: None, ways: Vec::new(), deadlines }
}

fn branch(mut tag: Tag, role: &str, outcome: &New) -> Branch {
    tag.step.outcomes.push(Outcome { id: "done".into(), ..outcome.outcome() });
    tag.step.attributes.insert("role".into(), role.to_owned());
    let (ways, deadlines) = (Vec::new(), Vec::new());
    let it = ListStep { tag, what: What::Task, door: None, gate: None, ways, deadlines };
    Branch { it, into: Arrow::default(), out: Arrow::default() }
}

/// How several roles are asked at once: each instance is for one of them, and is called `unit`.
pub fn asked(roles: &[String]) -> Repeat {
    let named: Vec<String> = roles.iter().map(|role| format!("\"{role}\"")).collect();
    let over = Over::Each(format!("[{}]", named.join(", ")));
    let item = Some("unit".to_owned());
    Repeat { sequential: false, over, item, until: None, gather: None }
}

/// The roles that are asked, where they stand in the list as they are.
pub fn roles(repeat: &Repeat) -> Option<Vec<String>> {
    let Over::Each(list) = &repeat.over else { return None };
    let inside = list.trim().strip_prefix('[')?.strip_suffix(']')?;
    if inside.trim().is_empty() {
        return Some(Vec::new());
    }
    let quoted = inside.split(',').map(|it| {
        let role = it.trim().strip_prefix('"')?.strip_suffix('"')?;
        (!role.contains('"')).then(|| role.to_owned())
    });
    quoted.collect()
}
