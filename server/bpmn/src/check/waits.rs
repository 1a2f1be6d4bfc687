//! Steps that wait for the citizen have a deadline, and timers hang where they can fire.

use crate::definition::{Definition, Kind, Node};
use crate::problem::ProblemKind as P;
use crate::report::Report;

pub(super) fn check(definition: &Definition, report: &mut Report) {
    for (at, node) in definition.nodes.iter().enumerate() {
        let timers = &definition.around[at].timers;
        if waits_for_citizen(node) && timers.is_empty() {
            report.on(&node.id, P::WaitWithoutDeadline, "");
        }
        if !node.kind.waits() {
            for timer in timers {
                let id = &definition.nodes[*timer].id;
                report.on(id, P::TimerNeverFires, node.id.clone());
            }
        }
    }
}

/// A step that stops the agency's clock, or that the citizen is to do, ends by itself only if
/// somebody who may never come back acts.
fn waits_for_citizen(node: &Node) -> bool {
    let is_his = |who: Option<&str>| matches!(who, Some("citizen" | "applicant"));
    let stops = node.step.get("clock") == Some("stops");
    let his = is_his(node.step.get("role")) || is_his(node.step.get("waits"));
    match node.kind {
        Kind::ReceiveTask { .. } => stops || his,
        Kind::UserTask => stops,
        _ => false,
    }
}
