//! Which nodes may still send a token to an inclusive join (13.4.3).
//!
//! The rule asks for paths that do not pass the join itself. They depend on the graph alone, so
//! they are worked out once.

use std::collections::HashMap;

use super::{Around, Flow, Kind, Node};

/// A set of nodes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Nodes(Vec<u64>);

impl Nodes {
    pub(crate) fn none(of: usize) -> Self {
        Self(vec![0; of.div_ceil(64)])
    }

    pub(crate) fn has(&self, node: usize) -> bool {
        self.0[node / 64] >> (node % 64) & 1 == 1
    }

    /// True when the node is new.
    pub(crate) fn put(&mut self, node: usize) -> bool {
        let is_new = !self.has(node);
        self.0[node / 64] |= 1 << (node % 64);
        is_new
    }
}

/// For each inclusive join, by incoming flow, the nodes that lead to the flow.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Reach(HashMap<usize, Vec<Nodes>>);

impl Reach {
    pub(super) fn of(
        nodes: &[Node],
        flows: &[Flow],
        around: &[Around],
        index: &HashMap<String, usize>,
    ) -> Self {
        let is_join =
            |at: &usize| nodes[*at].kind == Kind::Inclusive && around[*at].incoming.len() > 1;
        let before = |node: usize| {
            let flows = around[node].incoming.iter().map(|flow| index[&flows[*flow].from]);
            // A token in an activity may leave it by an event on its border.
            flows.chain(nodes[node].kind.host().map(|host| index[host]))
        };
        let leading = |join: usize, flow: usize| {
            let (mut found, mut open) = (Nodes::none(nodes.len()), vec![index[&flows[flow].from]]);
            while let Some(node) = open.pop() {
                if node != join && found.put(node) {
                    open.extend(before(node));
                }
            }
            found
        };
        let joins = (0..nodes.len()).filter(is_join);
        let sets = joins.map(|join| {
            (join, around[join].incoming.iter().map(|flow| leading(join, *flow)).collect())
        });
        Self(sets.collect())
    }

    pub(super) fn to(&self, join: usize) -> &[Nodes] {
        self.0.get(&join).map_or(&[], Vec::as_slice)
    }

    /// Whether a token at a node may come to an incoming flow of the join that has none, and to
    /// none that has one.
    pub(super) fn blocks(&self, join: usize, node: usize, has_token: &[bool]) -> bool {
        let reaches = |filled: bool| {
            self.to(join).iter().zip(has_token).any(|(set, has)| *has == filled && set.has(node))
        };
        reaches(false) && !reaches(true)
    }
}
