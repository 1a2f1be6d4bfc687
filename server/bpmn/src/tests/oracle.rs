//! The rule of the inclusive join against the rule as it is worded, path by path.

use proptest::prelude::*;

use crate::definition::Definition;
use crate::{Flow, Kind, Node, Step};

const JOIN: usize = 1;

/// Small graphs in which anything may lead anywhere; the second node is the join.
fn graph() -> impl Strategy<Value = (usize, Vec<(usize, usize)>, Vec<bool>)> {
    (4_usize..8).prop_flat_map(|size| {
        let others = 1..size;
        let edges = prop::collection::vec((0..size, others), 3..14);
        let joined = (0..size, 0..size);
        let edges = (edges, joined).prop_map(|(mut edges, (one, other))| {
            edges.extend([(one, JOIN), (other, JOIN)]);
            edges
        });
        (Just(size), edges, prop::collection::vec(any::<bool>(), 16))
    })
}

fn definition(size: usize, edges: &[(usize, usize)]) -> Definition {
    let node = |at: usize| Node {
        id: format!("n{at}"),
        name: String::new(),
        kind: match at {
            0 => Kind::Start,
            JOIN => Kind::Inclusive,
            _ => Kind::UserTask,
        },
        step: Step::default(),
        scope: None,
        repeat: None,
    };
    let flow = |(at, (from, to)): (usize, &(usize, usize))| Flow {
        id: format!("f{at}"),
        name: String::new(),
        from: format!("n{from}"),
        to: format!("n{to}"),
        condition: None,
        default: false,
    };
    let head = (String::from("p"), String::new(), Step::default());
    let flows = edges.iter().enumerate().map(flow).collect();
    Definition::new(head, (0..size).map(node).collect(), flows).unwrap()
}

/// Whether some path from `at` ends with the flow `last`, without having visited the join.
fn has_path(edges: &[(usize, usize)], at: usize, last: usize, seen: &mut Vec<usize>) -> bool {
    if edges[last].0 == at {
        return true;
    }
    seen.push(at);
    let next = edges.iter().map(|edge| (edge.0, edge.1)).filter(|(from, _)| *from == at);
    let found = next
        .filter(|(_, to)| *to != JOIN)
        .any(|(_, to)| !seen.contains(&to) && has_path(edges, to, last, &mut seen.clone()));
    seen.pop();
    found
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, ..ProptestConfig::default() })]

    #[test]
    fn a_token_blocks_exactly_when_the_rule_says_so((size, edges, filled) in graph()) {
        let incoming: Vec<usize> =
            (0..edges.len()).filter(|at| edges[*at].1 == JOIN).collect();
        let definition = definition(size, &edges);
        let has_token: Vec<bool> = incoming.iter().zip(&filled).map(|(_, has)| *has).collect();
        for at in (0..size).filter(|at| *at != JOIN) {
            let mut reaches = incoming
                .iter()
                .zip(&has_token)
                .map(|(flow, has)| (has_path(&edges, at, *flow, &mut Vec::new()), *has))
                .collect::<Vec<_>>()
                .into_iter();
            let empty = reaches.clone().any(|(reached, has)| reached && !has);
            let full = reaches.any(|(reached, has)| reached && has);
            prop_assert_eq!(definition.blocks(JOIN, at, &has_token), empty && !full, "node {}", at);
        }
    }
}
