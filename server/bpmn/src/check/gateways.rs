//! Choices without a way out, and splits and merges that no gateway shows.

use crate::definition::{Definition, Flow, Kind};
use crate::problem::ProblemKind as P;
use crate::report::Report;

pub(super) fn check(definition: &Definition, report: &mut Report) {
    for (at, node) in definition.nodes.iter().enumerate() {
        let around = &definition.around[at];
        let outgoing: Vec<&Flow> =
            around.outgoing.iter().map(|flow| &definition.flows[*flow]).collect();
        choice(&node.id, &node.kind, &outgoing, report);
        if node.kind.is_gateway() {
            continue;
        }
        if outgoing.len() > 1 {
            report.on(&node.id, P::ImplicitSplit, format!("{} flows", outgoing.len()));
        }
        if around.incoming.len() > 1 {
            report.on(&node.id, P::ImplicitMerge, format!("{} flows", around.incoming.len()));
        }
    }
}

fn choice(id: &str, kind: &Kind, outgoing: &[&Flow], report: &mut Report) {
    let conditions = outgoing.iter().filter(|flow| flow.condition.is_some()).count();
    let default = outgoing.iter().any(|flow| flow.default);
    match kind {
        Kind::Parallel | Kind::EventGateway => {}
        Kind::Exclusive | Kind::Inclusive if outgoing.len() > 1 => {
            let bare = |flow: &&&Flow| flow.condition.is_none() && !flow.default;
            if let Some(flow) = outgoing.iter().find(bare) {
                report.on(&flow.id, P::MissingCondition, "");
            } else if !default {
                report.on(id, P::MissingDefault, "");
            }
        }
        _ if conditions > 0 && conditions == outgoing.len() && !default => {
            report.on(id, P::MissingDefault, "");
        }
        _ => {}
    }
}
