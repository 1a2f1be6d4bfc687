//! Inclusive joins (13.4.3): which may wait for each other, and which belong to no one split.

use crate::definition::{Definition, Kind};
use crate::problem::ProblemKind as P;
use crate::report::Report;

/// Above this many steps nobody is told which split a join belongs to.
const MOST_WORK: usize = 2_000_000;

pub(super) fn check(definition: &Definition, report: &mut Report) {
    let splits = definition.around.iter().filter(|around| around.outgoing.len() > 1).count();
    let is_join =
        |at: &usize| definition.nodes[*at].kind == Kind::Inclusive && definition.joins(*at);
    let joins: Vec<usize> = (0..definition.nodes.len()).filter(is_join).collect();
    for (no, one) in joins.iter().enumerate() {
        for other in &joins[..no] {
            if may_block(definition, *one, *other) && may_block(definition, *other, *one) {
                let other = definition.nodes[*other].id.clone();
                report.on(&definition.nodes[*one].id, P::OrJoinCycle, other);
            }
        }
        let work = joins.len() * splits * definition.nodes.len();
        if work <= MOST_WORK && !has_split(definition, *one) {
            report.on(&definition.nodes[*one].id, P::UnmatchedInclusive, "");
        }
    }
}

/// Whether a token at `node` can keep the join waiting: it reaches some of its incoming flows, and
/// not all.
fn may_block(definition: &Definition, join: usize, node: usize) -> bool {
    let reach = definition.reach(join);
    reach.iter().any(|set| set.has(node)) && !reach.iter().all(|set| set.has(node))
}

/// Whether some split stands before everything that comes to the join, and the join behind
/// everything that leaves the split.
fn has_split(definition: &Definition, join: usize) -> bool {
    let scope = &definition.nodes[join].scope;
    let Some(start) = definition.start_of(scope.as_deref()) else { return false };
    let splits = (0..definition.nodes.len()).filter(|at| {
        *at != join
            && definition.around[*at].outgoing.len() > 1
            && definition.nodes[*at].scope == *scope
    });
    let is_before =
        |split: usize| split == start || !leads(definition, start, Some(split), |at| at == join);
    let is_behind = |split: usize| {
        !leads(definition, split, Some(join), |at| definition.around[at].outgoing.is_empty())
    };
    splits.into_iter().any(|split| is_before(split) && is_behind(split))
}

/// Whether one may come from a node to one that is wanted, without passing `around`.
fn leads(
    definition: &Definition,
    from: usize,
    around: Option<usize>,
    wanted: impl Fn(usize) -> bool,
) -> bool {
    let (mut seen, mut open) = (vec![false; definition.nodes.len()], vec![from]);
    while let Some(node) = open.pop() {
        if Some(node) == around || std::mem::replace(&mut seen[node], true) {
            continue;
        }
        if wanted(node) {
            return true;
        }
        let near = &definition.around[node];
        open.extend(near.outgoing.iter().map(|flow| definition.target(*flow)));
        open.extend(&near.boundary);
    }
    false
}
