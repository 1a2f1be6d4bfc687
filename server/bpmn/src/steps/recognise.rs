//! From BPMN to the list, where it has the list's shape.

use std::collections::{HashMap, HashSet};

use super::beside;
use super::blocks::{Fragment, aside, together};
use super::model::{
    Arrow, Deadline, ListStep, NotListed, StepList, Tag, Then, Way, What, asks_outcome,
};
use crate::definition::{Event, Flow, Kind, Node};
use crate::read::{Sketch, sketch};
use crate::xml::{Document, Element};

/// Read a file as a list of steps, whether or not it could be published.
///
/// # Errors
/// The element that has no place in a list.
pub fn recognise(xml: &str) -> Result<StepList, NotListed> {
    let document = Document::read(xml).map_err(|_| NotListed::FILE)?;
    let process = beside::process(&document)?;
    let graph = Graph::of(process, sketch(xml))?;
    let doors = graph.doors();
    let gates = graph.gates(&doors);
    let mut reading = Reading { graph: &graph, doors, gates, taken: HashSet::new() };
    let steps = reading.steps()?;
    let (name, step) = graph.head.clone();
    let documentation = process.all("documentation").map(|it| it.text().trim().to_owned());
    Ok(StepList {
        process: process.id().unwrap_or_default().to_owned(),
        name,
        step,
        documentation: documentation.collect(),
        steps,
    })
}

/// Nodes and flows with what stands around each.
pub(super) struct Graph {
    head: (String, crate::Step),
    pub(super) nodes: Vec<Node>,
    flows: Vec<Flow>,
    at: HashMap<String, usize>,
    incoming: HashMap<String, Vec<usize>>,
    outgoing: HashMap<String, Vec<usize>>,
}

impl Graph {
    fn of(process: &Element, sketch: Sketch) -> Result<Self, NotListed> {
        let head = sketch.head.clone().ok_or(NotListed::FILE)?;
        let nodes: Vec<Node> = sketch.nodes.into_iter().map(|node| node.it).collect();
        let mut flows: Vec<Flow> = sketch.flows.into_iter().map(|flow| flow.it).collect();
        let at: HashMap<String, usize> =
            nodes.iter().enumerate().map(|(at, node)| (node.id.clone(), at)).collect();
        let defaults: HashSet<&str> =
            process.parts().filter_map(|element| element.get("default")).collect();
        let (mut incoming, mut outgoing) = (HashMap::new(), HashMap::new());
        for (no, flow) in flows.iter_mut().enumerate() {
            if !at.contains_key(&flow.from) || !at.contains_key(&flow.to) {
                return Err(NotListed::at(&flow.id));
            }
            flow.default = defaults.contains(flow.id.as_str());
            incoming.entry(flow.to.clone()).or_insert_with(Vec::new).push(no);
            outgoing.entry(flow.from.clone()).or_insert_with(Vec::new).push(no);
        }
        let graph = Self { head, nodes, flows, at, incoming, outgoing };
        graph.whole(process)?;
        Ok(graph)
    }

    /// What could not be read is missing from the sketch, and would be missing from the list.
    fn whole(&self, process: &Element) -> Result<(), NotListed> {
        let mut ids = HashSet::new();
        for element in process.parts() {
            let is_part = !matches!(element.name(), "documentation" | "extensionElements");
            let id = element.id().unwrap_or_default();
            let is_known = self.at.contains_key(id) || self.flows.iter().any(|it| it.id == id);
            if is_part && (!is_known || !ids.insert(id)) {
                return Err(NotListed::at(id));
            }
        }
        Ok(())
    }

    pub(super) fn node(&self, id: &str) -> Option<&Node> {
        self.at.get(id).map(|at| &self.nodes[*at])
    }

    pub(super) fn into(&self, id: &str) -> Vec<&Flow> {
        self.incoming.get(id).into_iter().flatten().map(|no| &self.flows[*no]).collect()
    }

    pub(super) fn out_of(&self, id: &str) -> Vec<&Flow> {
        self.outgoing.get(id).into_iter().flatten().map(|no| &self.flows[*no]).collect()
    }

    /// The one plain flow out of a node; none where it has none.
    pub(super) fn on(&self, id: &str) -> Result<Option<&Flow>, NotListed> {
        match self.out_of(id).as_slice() {
            [] => Ok(None),
            [one] if one.condition.is_none() && !one.default => Ok(Some(one)),
            [one, ..] => Err(NotListed::at(&one.id)),
        }
    }

    fn exclusive(&self) -> impl Iterator<Item = &Node> {
        self.nodes.iter().filter(|node| node.kind == Kind::Exclusive)
    }

    /// The gateways at which ways meet, by the step behind each.
    fn doors(&self) -> HashMap<String, String> {
        let mut found: HashMap<String, String> = HashMap::new();
        let meets =
            |node: &&Node| self.into(&node.id).len() > 1 && self.out_of(&node.id).len() == 1;
        let doors: Vec<&Node> = self.exclusive().filter(meets).collect();
        for door in &doors {
            let Ok(Some(flow)) = self.on(&door.id) else { continue };
            let leads_on = doors.iter().all(|other| other.id != flow.to);
            if leads_on && self.into(&flow.to).len() == 1 {
                found.insert(flow.to.clone(), door.id.clone());
            }
        }
        found
    }

    /// The gateways at which outcomes part, by the task before each.
    fn gates(&self, doors: &HashMap<String, String>) -> HashMap<String, String> {
        let mut found = HashMap::new();
        for gate in self.exclusive() {
            let [before] = self.into(&gate.id)[..] else { continue };
            let is_task = self
                .node(&before.from)
                .is_some_and(|task| task.kind == Kind::UserTask && task.repeat.is_none());
            let ways = self.out_of(&gate.id);
            let asks = ways.iter().all(|way| way.condition.as_deref().is_none_or(asks_outcome));
            let is_door = doors.values().any(|door| *door == gate.id);
            let direct = matches!(self.on(&before.from), Ok(Some(_)));
            if is_task && direct && asks && !is_door && !ways.is_empty() {
                found.insert(before.from.clone(), gate.id.clone());
            }
        }
        found
    }
}

pub(super) struct Reading<'a> {
    pub(super) graph: &'a Graph,
    doors: HashMap<String, String>,
    gates: HashMap<String, String>,
    /// The nodes that belong to some step.
    pub(super) taken: HashSet<String>,
}

impl Reading<'_> {
    fn steps(&mut self) -> Result<Vec<ListStep>, NotListed> {
        let graph = self.graph;
        let beside = self.doors.values().chain(self.gates.values()).cloned().collect::<Vec<_>>();
        self.taken.extend(beside);
        // What hangs on a border is taken before the rest is looked at.
        let fragments = self.fragments()?;
        let mut steps = Vec::new();
        for node in &graph.nodes {
            if !self.taken.contains(&node.id) {
                steps.push(self.step(node, &fragments)?);
            }
        }
        let start = steps.iter().position(|step| step.what == What::Start);
        let start = steps.remove(start.ok_or(NotListed::FILE)?);
        steps.insert(0, start);
        let known: HashSet<&str> = steps.iter().map(|step| step.tag.id.as_str()).collect();
        for step in &steps {
            Self::leads_to_steps(step, &known)?;
        }
        Ok(steps)
    }

    fn fragments(&mut self) -> Result<HashMap<String, Vec<Fragment>>, NotListed> {
        let mut found: HashMap<String, Vec<Fragment>> = HashMap::new();
        let graph = self.graph;
        let borders = graph.nodes.iter().filter(|node| node.kind.host().is_some());
        self.taken.extend(borders.map(|node| node.id.clone()));
        for node in &graph.nodes {
            if let Kind::Boundary { host, interrupting: false, event: Event::Timer(_) } = &node.kind
            {
                let fragment = aside(self, node)?;
                found.entry(host.clone()).or_default().push(fragment);
            } else if node.kind == Kind::Parallel && self.graph.out_of(&node.id).len() > 1 {
                let fragment = together(self, node)?;
                found.entry(node.id.clone()).or_default().push(fragment);
            }
        }
        Ok(found)
    }

    fn step(
        &self,
        node: &Node,
        fragments: &HashMap<String, Vec<Fragment>>,
    ) -> Result<ListStep, NotListed> {
        if node.scope.is_some() {
            return Err(NotListed::at(&node.id));
        }
        let mut step = ListStep {
            tag: tag(node),
            what: self.what(node)?,
            door: self.doors.get(&node.id).map(|door| self.gateway(door, &node.id)).transpose()?,
            gate: self.gates.get(&node.id).map(|gate| self.gateway(gate, &node.id)).transpose()?,
            ways: Vec::new(),
            deadlines: self.deadlines(node, fragments)?,
        };
        let mut from = step.gate.as_ref().map_or(&node.id, |(gate, _)| &gate.id).clone();
        if let Some(Fragment::Together(branches, join)) =
            fragments.get(&node.id).and_then(|all| all.first())
        {
            let mut branches = branches.clone();
            for branch in &mut branches {
                let host = self.graph.node(&branch.it.tag.id).ok_or(NotListed::FILE)?;
                branch.it.deadlines = self.deadlines(host, fragments)?;
                if branch.it.deadlines.iter().any(|it| matches!(it.then, Then::Lapse(_))) {
                    return Err(NotListed::at(&branch.it.tag.id));
                }
            }
            from.clone_from(&join.id);
            step.what = What::Together { branches, join: join.clone() };
        }
        let parts = step.gate.is_some() || step.what == What::Choice;
        if !parts {
            self.graph.on(&from)?;
        }
        for flow in self.graph.out_of(&from) {
            step.ways.push(self.way(flow));
        }
        if step.is_end() && !step.ways.is_empty() {
            return Err(NotListed::at(&node.id));
        }
        Ok(step)
    }

    fn what(&self, node: &Node) -> Result<What, NotListed> {
        Ok(match (&node.kind, &node.repeat) {
            (Kind::Start, None) => What::Start,
            (Kind::UserTask, None) => What::Task,
            (Kind::UserTask, Some(repeat)) => What::Ask(repeat.clone()),
            (Kind::ServiceTask, None) => What::Service,
            (Kind::SendTask, None) => What::Notice,
            (Kind::ReceiveTask { message }, None) => What::Wait(message.clone()),
            (Kind::Exclusive, None) => What::Choice,
            (Kind::End, None) => What::End { all: false },
            (Kind::Terminate, None) => What::End { all: true },
            // What it holds is put in by whoever asks.
            (Kind::Parallel, None) if self.graph.out_of(&node.id).len() > 1 => {
                What::Together { branches: Vec::new(), join: Tag::default() }
            }
            _ => return Err(NotListed::at(&node.id)),
        })
    }

    fn deadlines(
        &self,
        host: &Node,
        fragments: &HashMap<String, Vec<Fragment>>,
    ) -> Result<Vec<Deadline>, NotListed> {
        let mut found = Vec::new();
        for node in &self.graph.nodes {
            let Kind::Boundary { host: on, interrupting, event } = &node.kind else { continue };
            if *on != host.id {
                continue;
            }
            let Event::Timer(timer) = event else { return Err(NotListed::at(&node.id)) };
            let flow = self.graph.on(&node.id)?;
            let aside = fragments.get(&host.id).into_iter().flatten().find_map(|it| match it {
                Fragment::Aside(of, asides, end) if *of == node.id => Some((asides, end)),
                _ => None,
            });
            let then = match aside {
                Some((asides, end)) => Then::Aside(asides.clone(), end.clone()),
                None if *interrupting => {
                    Then::Lapse(flow.map_or_else(String::new, |flow| self.through_door(&flow.to)))
                }
                None => return Err(NotListed::at(&node.id)),
            };
            let flow = flow.map(arrow).unwrap_or_default();
            found.push(Deadline { tag: tag(node), timer: timer.clone(), flow, then });
        }
        Ok(found)
    }

    /// A gateway beside a step, and the flow between the two.
    fn gateway(&self, gateway: &str, step: &str) -> Result<(Tag, Arrow), NotListed> {
        let node = self.graph.node(gateway).ok_or_else(|| NotListed::at(gateway))?;
        let into = self.graph.into(gateway).into_iter().find(|flow| flow.from == step);
        let out = self.graph.out_of(gateway).into_iter().find(|flow| flow.to == step);
        let flow =
            if self.gates.get(step).is_some_and(|gate| gate == gateway) { into } else { out };
        Ok((tag(node), arrow(flow.ok_or_else(|| NotListed::at(gateway))?)))
    }

    fn way(&self, flow: &Flow) -> Way {
        let (when, otherwise) = (flow.condition.clone(), flow.default);
        Way { flow: arrow(flow), when, otherwise, to: self.through_door(&flow.to) }
    }

    fn through_door(&self, to: &str) -> String {
        let step = self.doors.iter().find(|(_, door)| *door == to).map(|(step, _)| step);
        step.map_or(to, String::as_str).to_owned()
    }

    /// A way into the middle of something is none that a list can tell.
    fn leads_to_steps(step: &ListStep, known: &HashSet<&str>) -> Result<(), NotListed> {
        let lapses = step.deadlines.iter().filter_map(|deadline| match &deadline.then {
            Then::Lapse(to) if !to.is_empty() => Some(to),
            _ => None,
        });
        match step
            .ways
            .iter()
            .map(|way| &way.to)
            .chain(lapses)
            .find(|to| !known.contains(to.as_str()))
        {
            Some(to) => Err(NotListed::at(to)),
            None => Ok(()),
        }
    }
}

pub(super) fn tag(node: &Node) -> Tag {
    Tag { id: node.id.clone(), name: node.name.clone(), step: node.step.clone() }
}

pub(super) fn arrow(flow: &Flow) -> Arrow {
    Arrow { id: flow.id.clone(), name: flow.name.clone() }
}
