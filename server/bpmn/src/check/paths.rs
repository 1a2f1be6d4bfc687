//! Every node lies on a path from the start event to an end.

use crate::definition::{Definition, Kind};
use crate::problem::ProblemKind as P;
use crate::report::Report;

pub(super) fn check(definition: &Definition, report: &mut Report) {
    let reached = reached(definition, vec![definition.start]);
    let ahead = edges(definition, successors);
    let ends = (0..ahead.len()).filter(|node| ends_here(definition, *node)).collect();
    let leads_out = spread(&turned(&ahead), ends);
    for (at, node) in definition.nodes.iter().enumerate() {
        if !reached[at] {
            report.on(&node.id, P::Unreachable, "");
        } else if !leads_out[at] {
            report.on(&node.id, P::NoWayOut, "");
        }
        let may_end = node.kind.is_end() || node.kind == Kind::EventSubProcess;
        if ends_here(definition, at) && !may_end {
            report.on(&node.id, P::ImplicitEnd, "");
        }
    }
}

/// Every node that a token at one of `begin` may come to, or set going, these included.
pub(super) fn reached(definition: &Definition, begin: Vec<usize>) -> Vec<bool> {
    spread(
        &edges(definition, |definition, node| {
            let mut next = successors(definition, node);
            next.extend(inner(definition, node));
            next
        }),
        begin,
    )
}

fn edges(
    definition: &Definition,
    next: impl Fn(&Definition, usize) -> Vec<usize>,
) -> Vec<Vec<usize>> {
    (0..definition.nodes.len()).map(|node| next(definition, node)).collect()
}

/// Where a token may go next. A boundary event is a way out of its host.
fn successors(definition: &Definition, node: usize) -> Vec<usize> {
    let around = &definition.around[node];
    let along_flows = around.outgoing.iter().map(|flow| definition.target(*flow));
    along_flows.chain(around.boundary.iter().copied()).collect()
}

/// What begins inside a node, and beside a start event.
fn inner(definition: &Definition, node: usize) -> Vec<usize> {
    let it = &definition.nodes[node];
    let inside = it.inside().and_then(|scope| definition.start_of(Some(&scope)));
    let handlers = match it.kind {
        Kind::Start | Kind::EventStart { .. } => definition.handlers(it.scope.as_deref()),
        _ => &[],
    };
    let handlers = handlers.iter().filter_map(|start| {
        definition.nodes[*start].scope.as_deref().and_then(|id| definition.at(id))
    });
    inside.into_iter().chain(handlers).collect()
}

fn ends_here(definition: &Definition, node: usize) -> bool {
    definition.around[node].outgoing.is_empty()
}

fn turned(ahead: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let mut behind = vec![Vec::new(); ahead.len()];
    for (from, targets) in ahead.iter().enumerate() {
        for to in targets {
            behind[*to].push(from);
        }
    }
    behind
}

/// Everything that can be reached from `begin`, itself included.
fn spread(edges: &[Vec<usize>], begin: Vec<usize>) -> Vec<bool> {
    let mut reached = vec![false; edges.len()];
    let mut open = begin;
    while let Some(node) = open.pop() {
        if !std::mem::replace(&mut reached[node], true) {
            open.extend(&edges[node]);
        }
    }
    reached
}
