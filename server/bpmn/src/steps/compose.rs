//! From the list to BPMN.

use super::fresh::Ids;
use super::model::{
    Arrow, Aside, Deadline, ListStep, StepList, Tag, Then, Way, What, asks_outcome,
};
use crate::definition::{Definition, Event, Flow, Kind, Node, Repeat};
use crate::xml::{Child, Document, Element, Space};
use crate::{picture, write};

impl StepList {
    /// The list with everything in it that its shape asks for: gateways where ways meet or part,
    /// an id for every flow, and no way that leads nowhere.
    #[must_use]
    pub fn settled(mut self) -> Self {
        let known: Vec<String> = self.steps.iter().map(|step| step.tag.id.clone()).collect();
        let first = known.first().cloned().unwrap_or_default();
        let is_there = |to: &String| known.contains(to) && *to != first;
        for step in &mut self.steps {
            step.ways.retain(|way| is_there(&way.to));
            match step.what {
                What::End { .. } => step.ways.clear(),
                What::Task | What::Choice => {}
                _ => step.ways.truncate(1),
            }
            for deadline in &mut step.deadlines {
                if let Then::Lapse(to) = &mut deadline.then
                    && !is_there(to)
                {
                    to.clear();
                }
            }
        }
        self.merge();
        let mut ids = Ids::of(&self);
        let counted: Vec<usize> = self.steps.iter().map(|it| self.arriving(&it.tag.id)).collect();
        for (step, arriving) in self.steps.iter_mut().zip(counted) {
            step.settle(arriving, &mut ids);
        }
        self
    }

    /// A choice directly behind a task that asks for nothing but the outcome is the task's own
    /// gateway: BPMN does not tell the two apart.
    fn merge(&mut self) {
        let is_own = |list: &Self, task: &ListStep| -> Option<usize> {
            let [only] = task.ways.as_slice() else { return None };
            let at = list.at(&only.to)?;
            let choice = &list.steps[at];
            let asks = choice.ways.iter().all(|it| it.when.as_deref().is_none_or(asks_outcome));
            let plain = task.what == What::Task && task.gate.is_none() && only.when.is_none();
            let alone = choice.what == What::Choice && list.arriving(&choice.tag.id) == 1;
            (plain && alone && asks && !choice.ways.is_empty()).then_some(at)
        };
        let found =
            self.steps.iter().enumerate().find_map(|(no, it)| Some((no, is_own(self, it)?)));
        if let Some((task, choice)) = found {
            let ListStep { tag, ways, .. } = self.steps[choice].clone();
            let before = std::mem::replace(&mut self.steps[task].ways, ways);
            let arrow = before.into_iter().next().map(|way| way.flow).unwrap_or_default();
            self.steps[task].gate = Some((tag, arrow));
            self.steps.remove(choice);
            self.merge();
        }
    }

    /// How many ways lead to a step.
    fn arriving(&self, id: &str) -> usize {
        let of = |step: &ListStep| {
            let ways = step.ways.iter().filter(|way| way.to == id).count();
            let lapses = |it: &&Deadline| matches!(&it.then, Then::Lapse(to) if to == id);
            ways + step.deadlines.iter().filter(lapses).count()
        };
        self.steps.iter().map(of).sum()
    }

    /// The graph of the list; none while it has no beginning.
    pub fn definition(&self) -> Option<Definition> {
        let (mut nodes, mut flows) = (Vec::new(), Vec::new());
        for step in &self.steps {
            let (more, _) = parts(step);
            nodes.extend(more);
            Flows { list: self, found: &mut flows }.of(step);
        }
        let head = (self.process.clone(), self.name.clone(), self.step.clone());
        Definition::new(head, nodes, flows).ok()
    }

    /// The list as a file, with a picture of our own layout.
    pub fn xml(&self) -> Option<String> {
        let definition = self.definition()?;
        let mut document = Document::read(&write(&definition)).ok()?;
        let root = &mut document.root;
        for child in &mut root.children {
            let Child::Element(element) = child else { continue };
            if element.is("process") {
                let said = self.documentation.iter().map(|text| {
                    let note = Element::new(Space::Bpmn, "bpmn:documentation").saying(text);
                    Child::Element(note)
                });
                element.children.splice(0..0, said.collect::<Vec<_>>());
            }
        }
        picture::interchange(&definition, root);
        Some(document.write())
    }
}

impl ListStep {
    fn settle(&mut self, arriving: usize, ids: &mut Ids) {
        let id = self.tag.id.clone();
        if arriving < 2 {
            self.door = None;
        } else if self.door.is_none() {
            self.door = Some((ids.tag(&format!("to-{id}")), Arrow::default()));
        }
        let parts = self.ways.len() > 1 || self.ways.iter().any(|it| it.when.is_some());
        if self.ways.is_empty() || self.what != What::Task {
            self.gate = None;
        } else if parts && self.gate.is_none() {
            self.gate = Some((ids.tag(&format!("{id}-outcome")), Arrow::default()));
        }
        if self.gate.is_none() && self.what != What::Choice {
            // Where nothing parts nothing is asked.
            self.ways.iter_mut().for_each(|way| way.otherwise = false);
        }
        for (tag, arrow) in [&mut self.door, &mut self.gate].into_iter().flatten() {
            let tag = tag.id.clone();
            ids.name(arrow, &tag, &id);
        }
        for way in &mut self.ways {
            ids.name(&mut way.flow, &id, &way.to);
        }
        for deadline in &mut self.deadlines {
            settle_deadline(deadline, ids);
        }
        if let What::Together { branches, join } = &mut self.what {
            for branch in branches {
                ids.name(&mut branch.into, &id, &branch.it.tag.id);
                ids.name(&mut branch.out, &branch.it.tag.id, &join.id);
                branch.it.deadlines.iter_mut().for_each(|it| settle_deadline(it, ids));
            }
        }
    }
}

fn settle_deadline(deadline: &mut Deadline, ids: &mut Ids) {
    let from = deadline.tag.id.clone();
    match &mut deadline.then {
        // A way that is not there has no name either.
        Then::Lapse(to) if to.is_empty() => deadline.flow = Arrow::default(),
        Then::Lapse(to) => ids.name(&mut deadline.flow, &from, to),
        Then::Aside(asides, end) => {
            let names: Vec<String> = asides.iter().map(|it| it.tag.id.clone()).collect();
            let after = |at: usize| names.get(at).unwrap_or(&end.id).clone();
            ids.name(&mut deadline.flow, &from, &after(0));
            for (at, aside) in asides.iter_mut().enumerate() {
                let id = aside.tag.id.clone();
                ids.name(&mut aside.flow, &id, &after(at + 1));
            }
        }
    }
}

/// The nodes that a step is made of, in order, and the ids of its flows.
pub(super) fn parts(step: &ListStep) -> (Vec<Node>, Vec<String>) {
    let mut nodes = Vec::new();
    let mut flows: Vec<String> = step.ways.iter().map(|way| way.flow.id.clone()).collect();
    if let Some((tag, arrow)) = &step.door {
        nodes.push(node(tag, Kind::Exclusive));
        flows.push(arrow.id.clone());
    }
    let repeat = match &step.what {
        What::Ask(repeat) => Some(repeat.clone()),
        _ => None,
    };
    nodes.push(Node { repeat, ..node(&step.tag, kind(&step.what)) });
    if let What::Together { branches, join } = &step.what {
        for branch in branches {
            let (more, named) = parts(&branch.it);
            nodes.extend(more);
            flows.extend(named);
            flows.extend([branch.into.id.clone(), branch.out.id.clone()]);
        }
        nodes.push(node(join, Kind::Parallel));
    }
    for deadline in &step.deadlines {
        flows.push(deadline.flow.id.clone());
        nodes.push(border(&step.tag.id, deadline));
        if let Then::Aside(asides, end) = &deadline.then {
            nodes.extend(asides.iter().map(|aside| node(&aside.tag, kind(&aside.what))));
            flows.extend(asides.iter().map(|aside| aside.flow.id.clone()));
            nodes.push(node(end, Kind::End));
        }
    }
    if let Some((tag, arrow)) = &step.gate {
        nodes.push(node(tag, Kind::Exclusive));
        flows.push(arrow.id.clone());
    }
    (nodes, flows)
}

fn border(host: &str, deadline: &Deadline) -> Node {
    let interrupting = matches!(deadline.then, Then::Lapse(_));
    let event = Event::Timer(deadline.timer.clone());
    node(&deadline.tag, Kind::Boundary { host: host.to_owned(), interrupting, event })
}

fn node(tag: &Tag, kind: Kind) -> Node {
    let Tag { id, name, step } = tag.clone();
    Node { id, name, kind, step, scope: None, repeat: None::<Repeat> }
}

fn kind(what: &What) -> Kind {
    match what {
        What::Start => Kind::Start,
        What::Task | What::Ask(_) => Kind::UserTask,
        What::Wait(message) => Kind::ReceiveTask { message: message.clone() },
        What::Service => Kind::ServiceTask,
        What::Notice => Kind::SendTask,
        What::Choice => Kind::Exclusive,
        What::Together { .. } => Kind::Parallel,
        What::End { all: false } => Kind::End,
        What::End { all: true } => Kind::Terminate,
    }
}

/// The flows of a list, step by step.
struct Flows<'a> {
    list: &'a StepList,
    found: &'a mut Vec<Flow>,
}

impl Flows<'_> {
    fn of(&mut self, step: &ListStep) {
        let id = &step.tag.id;
        if let Some((door, arrow)) = &step.door {
            self.plain(arrow, &door.id, id);
        }
        let mut from = id.clone();
        if let What::Together { branches, join } = &step.what {
            for branch in branches {
                self.plain(&branch.into, id, &branch.it.tag.id);
                self.plain(&branch.out, &branch.it.tag.id, &join.id);
                self.late(&branch.it);
            }
            from.clone_from(&join.id);
        }
        if let Some((gate, arrow)) = &step.gate {
            self.plain(arrow, id, &gate.id);
            from.clone_from(&gate.id);
        }
        for way in &step.ways {
            self.way(&from, way);
        }
        self.late(step);
    }

    fn late(&mut self, step: &ListStep) {
        for deadline in &step.deadlines {
            let from = &deadline.tag.id;
            match &deadline.then {
                Then::Lapse(to) if to.is_empty() => {}
                Then::Lapse(to) => self.plain(&deadline.flow, from, &self.door_of(to)),
                Then::Aside(asides, end) => self.aside(from, (&deadline.flow, asides), end),
            }
        }
    }

    fn aside(&mut self, from: &str, (first, asides): (&Arrow, &[Aside]), end: &Tag) {
        let (mut from, mut arrow) = (from, first);
        for aside in asides {
            self.plain(arrow, from, &aside.tag.id);
            (from, arrow) = (&aside.tag.id, &aside.flow);
        }
        self.plain(arrow, from, &end.id);
    }

    fn way(&mut self, from: &str, way: &Way) {
        let (to, condition, default) = (self.door_of(&way.to), way.when.clone(), way.otherwise);
        let Arrow { id, name } = way.flow.clone();
        self.found.push(Flow { id, name, from: from.to_owned(), to, condition, default });
    }

    fn plain(&mut self, arrow: &Arrow, from: &str, to: &str) {
        let (Arrow { id, name }, from, to) = (arrow.clone(), from.to_owned(), to.to_owned());
        self.found.push(Flow { id, name, from, to, condition: None, default: false });
    }

    /// One comes to a step by its door, if it has one.
    fn door_of(&self, id: &str) -> String {
        let door = self.list.find(id).and_then(|step| step.door.as_ref());
        door.map_or(id, |(tag, _)| tag.id.as_str()).to_owned()
    }
}
