//! Every node lies on a path from the start event to an end.

use crate::definition::{Definition, Kind};
use crate::problem::ProblemKind as P;
use crate::report::Report;

pub(super) fn check(definition: &Definition, report: &mut Report) {
    let ahead = edges(definition);
    let reached = spread(&ahead, vec![definition.start]);
    let ends = (0..ahead.len()).filter(|node| ends_here(definition, *node)).collect();
    let leads_out = spread(&turned(&ahead), ends);
    for (at, node) in definition.nodes.iter().enumerate() {
        if !reached[at] {
            report.on(&node.id, P::Unreachable, "");
        } else if !leads_out[at] {
            report.on(&node.id, P::NoWayOut, "");
        }
        if ends_here(definition, at) && !matches!(node.kind, Kind::End | Kind::Terminate) {
            report.on(&node.id, P::ImplicitEnd, "");
        }
    }
}

/// Every node that a token at one of `begin` may come to, these included.
pub(super) fn reached(definition: &Definition, begin: Vec<usize>) -> Vec<bool> {
    spread(&edges(definition), begin)
}

fn edges(definition: &Definition) -> Vec<Vec<usize>> {
    (0..definition.nodes.len()).map(|node| successors(definition, node)).collect()
}

/// Where a token may go next. A boundary event is a way out of its host.
fn successors(definition: &Definition, node: usize) -> Vec<usize> {
    let around = &definition.around[node];
    let along_flows = around.outgoing.iter().map(|flow| definition.target(*flow));
    along_flows.chain(around.timers.iter().copied()).collect()
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
