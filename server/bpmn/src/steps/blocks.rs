//! The two fragments of a list that are more than a node and its gateways: what happens aside of a
//! step, and what happens at the same time.

use super::model::{Aside, Branch, ListStep, NotListed, Tag, What};
use super::recognise::{Reading, arrow, tag};
use crate::definition::{Kind, Node};

#[derive(Debug, Clone)]
pub(super) enum Fragment {
    /// What follows from a timer, by the timer's id.
    Aside(String, Vec<Aside>, Tag),
    Together(Vec<Branch>, Tag),
}

/// The way from a timer that does not end its step to an end of its own.
pub(super) fn aside(reading: &mut Reading<'_>, timer: &Node) -> Result<Fragment, NotListed> {
    let graph = reading.graph;
    let mut asides = Vec::new();
    let mut at = timer.id.clone();
    loop {
        let flow = graph.on(&at)?.ok_or_else(|| NotListed::at(&at))?;
        let node = graph.node(&flow.to).ok_or_else(|| NotListed::at(&flow.id))?;
        if let Some(last) = asides.last_mut() {
            let last: &mut Aside = last;
            last.flow = arrow(flow);
        }
        let is_alone = graph.into(&node.id).len() == 1 && !carries(reading, &node.id);
        if !is_alone || !reading.taken.insert(node.id.clone()) {
            return Err(NotListed::at(&node.id));
        }
        let what = match node.kind {
            Kind::End => return Ok(Fragment::Aside(timer.id.clone(), asides, tag(node))),
            Kind::UserTask if node.repeat.is_none() => What::Task,
            Kind::ServiceTask if node.repeat.is_none() => What::Service,
            Kind::SendTask if node.repeat.is_none() => What::Notice,
            _ => return Err(NotListed::at(&node.id)),
        };
        asides.push(Aside { tag: tag(node), what, flow: super::Arrow::default() });
        at.clone_from(&node.id);
    }
}

fn carries(reading: &Reading<'_>, host: &str) -> bool {
    reading.graph.nodes.iter().any(|node| node.kind.host() == Some(host))
}

/// Tasks between a fork and its join, one on each way.
pub(super) fn together(reading: &mut Reading<'_>, fork: &Node) -> Result<Fragment, NotListed> {
    let graph = reading.graph;
    let mut branches = Vec::new();
    let mut joins = Vec::new();
    if graph.into(&fork.id).len() > 1 {
        return Err(NotListed::at(&fork.id));
    }
    for into in graph.out_of(&fork.id) {
        let task = graph.node(&into.to).ok_or_else(|| NotListed::at(&into.id))?;
        let is_task = task.kind == Kind::UserTask && task.repeat.is_none();
        let out = graph.on(&task.id)?.ok_or_else(|| NotListed::at(&task.id))?;
        let is_plain = into.condition.is_none() && graph.into(&task.id).len() == 1;
        if !is_task || !is_plain || !reading.taken.insert(task.id.clone()) {
            return Err(NotListed::at(&task.id));
        }
        joins.push(out.to.clone());
        let it = ListStep {
            tag: tag(task),
            what: What::Task,
            door: None,
            gate: None,
            ways: Vec::new(),
            deadlines: Vec::new(),
        };
        branches.push(Branch { it, into: arrow(into), out: arrow(out) });
    }
    let join = graph.node(&joins[0]).ok_or_else(|| NotListed::at(&fork.id))?;
    let meets = joins.iter().all(|it| *it == join.id) && graph.into(&join.id).len() == joins.len();
    if join.kind != Kind::Parallel || !meets || !reading.taken.insert(join.id.clone()) {
        return Err(NotListed::at(&join.id));
    }
    Ok(Fragment::Together(branches, tag(join)))
}
