//! Concurrent paths that meet without a join, so that what follows is done twice.
//!
//! Two flows are concurrent when both may hold a token at once. The relation grows from the
//! splits: what leaves a split together is concurrent, and whatever is concurrent with all that
//! a node takes is concurrent with all that it gives (Kovalyov 1992).

use crate::definition::{Definition, Kind};
use crate::problem::ProblemKind as P;
use crate::report::Report;

use super::moves;

/// Above this the relation, which is quadratic in the flows, is not worth a warning.
const MOST_FLOWS: usize = 400;

pub(super) fn check(definition: &Definition, report: &mut Report) {
    if definition.flows.len() > MOST_FLOWS {
        return;
    }
    let relation = Relation::of(definition);
    for (at, node) in definition.nodes.iter().enumerate() {
        let around = &definition.around[at];
        // One arrival per token is what an end is for.
        let ends = around.outgoing.is_empty();
        if ends || definition.joins(at) {
            continue;
        }
        let meet = |a: &usize| around.incoming.iter().any(|b| a < b && relation.holds(*a, *b));
        if around.incoming.iter().any(meet) {
            report.on(&node.id, P::RunsTwice, "");
        }
    }
}

/// What one move takes and gives.
struct Transfer {
    takes: Vec<usize>,
    gives: Vec<usize>,
}

/// One row of bits for each flow; symmetric.
struct Relation {
    rows: Vec<Vec<u64>>,
}

impl Relation {
    fn of(definition: &Definition) -> Self {
        let (flows, transfers) = (definition.flows.len(), transfers(definition));
        let mut relation = Self { rows: vec![vec![0; flows.div_ceil(64)]; flows] };
        for Transfer { gives, .. } in &transfers {
            for (at, a) in gives.iter().enumerate() {
                gives[at + 1..].iter().for_each(|b| relation.relate(*a, *b));
            }
        }
        let mut grows = true;
        while grows {
            grows = false;
            for transfer in &transfers {
                grows |= relation.grow(transfer);
            }
        }
        relation
    }

    fn holds(&self, a: usize, b: usize) -> bool {
        self.rows[a][b / 64] >> (b % 64) & 1 == 1
    }

    fn relate(&mut self, a: usize, b: usize) {
        self.rows[a][b / 64] |= 1 << (b % 64);
        self.rows[b][a / 64] |= 1 << (a % 64);
    }

    /// Hand the relation on from what a move takes to what it gives; true when it grew.
    fn grow(&mut self, transfer: &Transfer) -> bool {
        let Some((first, others)) = transfer.takes.split_first() else { return false };
        let mut beside = self.rows[*first].clone();
        for taken in others {
            beside.iter_mut().zip(&self.rows[*taken]).for_each(|(word, row)| *word &= row);
        }
        let mut grown = false;
        for given in &transfer.gives {
            for flow in 0..self.rows.len() {
                let is_new = beside[flow / 64] >> (flow % 64) & 1 == 1 && !self.holds(*given, flow);
                if is_new {
                    self.relate(*given, flow);
                    grown = true;
                }
            }
        }
        grown
    }
}

fn transfers(definition: &Definition) -> Vec<Transfer> {
    let mut all = Vec::new();
    for (at, node) in definition.nodes.iter().enumerate() {
        let incoming = &definition.around[at].incoming;
        let moves = moves::of(definition, at);
        for gives in moves.ways {
            if definition.joins(at) || incoming.is_empty() {
                all.push(Transfer { takes: incoming.clone(), gives });
            } else {
                let each = incoming.iter();
                all.extend(each.map(|flow| Transfer { takes: vec![*flow], gives: gives.clone() }));
            }
        }
        if let Kind::Boundary { host, interrupting: false, .. } = &node.kind {
            let host = definition.at(host).map_or(&[][..], |it| &definition.around[it].incoming);
            for flow in host {
                for mut gives in moves::ways(definition, at) {
                    // The host keeps its own token.
                    gives.push(*flow);
                    all.push(Transfer { takes: vec![*flow], gives });
                }
            }
        }
    }
    all
}
