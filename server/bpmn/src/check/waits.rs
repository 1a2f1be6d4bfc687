//! Steps that wait for the citizen have a deadline, and events hang where they can happen.

use crate::definition::{Definition, Event, Kind, Node};
use crate::problem::ProblemKind as P;
use crate::report::Report;

pub(super) fn check(definition: &Definition, report: &mut Report) {
    for (at, node) in definition.nodes.iter().enumerate() {
        if waits_for_citizen(node) && definition.deadline(&node.id).is_none() {
            report.on(&node.id, P::WaitWithoutDeadline, "");
        }
        if node.kind.waits() {
            continue;
        }
        for event in &definition.around[at].boundary {
            let event = &definition.nodes[*event];
            if matches!(event.kind.event(), Some(Event::Timer(_) | Event::Message(_))) {
                report.on(&event.id, P::TimerNeverFires, node.id.clone());
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
        Kind::ReceiveTask { .. } | Kind::Catch(Event::Message(_)) | Kind::EventGateway => {
            stops || his
        }
        Kind::UserTask => stops,
        _ => false,
    }
}
