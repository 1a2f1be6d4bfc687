//! The list and what stands in it.

use serde::{Deserialize, Serialize};

use super::compose;
use crate::definition::{Repeat, Step};
use crate::timer::Timer;

/// A process as a list of steps; the first is where it begins.
#[derive(Debug, Clone, PartialEq)]
pub struct StepList {
    /// The id of the process.
    pub process: String,
    pub name: String,
    pub step: Step,
    /// What the file says of the process for whoever reads it.
    pub documentation: Vec<String>,
    pub steps: Vec<ListStep>,
}

/// Any element that is named: its id, its name, and what the desk says of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tag {
    pub id: String,
    pub name: String,
    pub step: Step,
}

/// A flow. Without an id it gets one when the list is settled.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Arrow {
    pub id: String,
    pub name: String,
}

/// One step.
#[derive(Debug, Clone, PartialEq)]
pub struct ListStep {
    pub tag: Tag,
    pub what: What,
    /// The gateway at which the ways to it meet, where there are several.
    pub door: Option<(Tag, Arrow)>,
    /// The gateway behind a task at which its outcomes part, where they do.
    pub gate: Option<(Tag, Arrow)>,
    /// Where it leads; in the order in which conditions are asked.
    pub ways: Vec<Way>,
    pub deadlines: Vec<Deadline>,
}

/// What a step is.
#[derive(Debug, Clone, PartialEq)]
pub enum What {
    Start,
    /// A position's work; it ends with one of its outcomes.
    Task,
    /// The same asked of several at once, or of one after the other.
    Ask(Repeat),
    /// A wait for the message of this name, which the applicant sends.
    Wait(String),
    /// Done by the desk itself: a letter, a number, a check.
    Service,
    /// Somebody is told.
    Notice,
    /// The way parts by what the form says.
    Choice,
    /// Several tasks at the same time; all of them are waited for at `join`.
    Together {
        branches: Vec<Branch>,
        join: Tag,
    },
    /// An end; it takes whatever runs aside with it if `all`.
    End {
        all: bool,
    },
}

/// One of the tasks at the same time. It has neither ways nor a lapse of its own.
#[derive(Debug, Clone, PartialEq)]
pub struct Branch {
    pub it: ListStep,
    pub into: Arrow,
    pub out: Arrow,
}

/// A way out of a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Way {
    pub flow: Arrow,
    /// FEEL; nothing where the way is always taken, or when no other is.
    pub when: Option<String>,
    /// Taken when no condition holds.
    pub otherwise: bool,
    /// The id of a step.
    pub to: String,
}

/// A time that a step may take.
#[derive(Debug, Clone, PartialEq)]
pub struct Deadline {
    pub tag: Tag,
    pub timer: Timer,
    pub flow: Arrow,
    pub then: Then,
}

/// What happens when the time is over.
#[derive(Debug, Clone, PartialEq)]
pub enum Then {
    /// The step ends, and this one follows; nothing while no id is given.
    Lapse(String),
    /// The step goes on; these happen one after the other, and then the named end.
    Aside(Vec<Aside>, Tag),
}

/// Something that happens beside a step.
#[derive(Debug, Clone, PartialEq)]
pub struct Aside {
    pub tag: Tag,
    /// A task, a service or a notice.
    pub what: What,
    /// To what follows.
    pub flow: Arrow,
}

/// Why a file is not shown as a list that can be changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotListed {
    /// The element that has no place in a list, if it is one.
    pub element: Option<String>,
}

impl NotListed {
    pub(super) fn at(element: &str) -> Self {
        Self { element: Some(element.to_owned()) }
    }

    pub(super) const FILE: Self = Self { element: None };
}

impl Way {
    pub(super) fn on(to: &str) -> Self {
        Self { flow: Arrow::default(), when: None, otherwise: false, to: to.to_owned() }
    }
}

impl ListStep {
    pub fn id(&self) -> &str {
        &self.tag.id
    }

    /// Where an outcome leads; none where nothing says so.
    pub fn leads_to(&self, outcome: &str) -> Option<&str> {
        let condition = condition_of(outcome);
        let own = self.ways.iter().find(|way| way.when.as_deref() == Some(&condition));
        let plain = || self.ways.iter().find(|way| way.otherwise || way.when.is_none());
        own.or_else(plain).map(|way| way.to.as_str())
    }

    pub fn is_end(&self) -> bool {
        matches!(self.what, What::End { .. })
    }
}

impl StepList {
    pub fn find(&self, id: &str) -> Option<&ListStep> {
        let own = self.steps.iter().find(|step| step.tag.id == id);
        own.or_else(|| self.branches().map(|branch| &branch.it).find(|it| it.tag.id == id))
    }

    pub fn find_mut(&mut self, id: &str) -> Option<&mut ListStep> {
        for step in &mut self.steps {
            if step.tag.id == id {
                return Some(step);
            }
            if let What::Together { branches, .. } = &mut step.what
                && let Some(at) = branches.iter().position(|branch| branch.it.tag.id == id)
            {
                return Some(&mut branches[at].it);
            }
        }
        None
    }

    /// Where a step stands in the list.
    pub fn at(&self, id: &str) -> Option<usize> {
        self.steps.iter().position(|step| step.tag.id == id)
    }

    /// The step in whose line an element is told: its own, or the one that it belongs to.
    pub fn step_of(&self, element: &str) -> Option<&ListStep> {
        let belongs = |step: &&ListStep| {
            let own = compose::parts(step);
            own.0.iter().any(|node| node.id == element) || own.1.contains(&element.to_owned())
        };
        self.find(element).or_else(|| self.steps.iter().find(belongs))
    }

    fn branches(&self) -> impl Iterator<Item = &Branch> {
        self.steps.iter().flat_map(|step| match &step.what {
            What::Together { branches, .. } => branches.as_slice(),
            _ => &[],
        })
    }
}

/// The condition under which an outcome's way is taken.
pub(super) fn condition_of(outcome: &str) -> String {
    format!("outcome = \"{outcome}\"")
}

/// Whether a condition asks for the outcome and nothing else.
pub(super) fn asks_outcome(condition: &str) -> bool {
    let value = condition.strip_prefix("outcome = \"").and_then(|it| it.strip_suffix('"'));
    value.is_some_and(|value| !value.contains('"'))
}
