//! Events that can happen where they stand (10.5, 10.6.6).

use std::collections::{HashMap, HashSet};

use crate::definition::{Definition, Event, Kind, Node, Thrown};
use crate::problem::ProblemKind as P;
use crate::report::Report;

/// The nodes of each scope.
type Scopes<'a> = HashMap<Option<&'a str>, Vec<&'a Node>>;

pub(super) fn check(definition: &Definition, report: &mut Report) {
    let mut scopes = Scopes::new();
    for node in definition.nodes() {
        scopes.entry(node.scope.as_deref()).or_default().push(node);
    }
    for (at, node) in definition.nodes.iter().enumerate() {
        if node.kind == Kind::EventGateway {
            targets(definition, at, report);
        }
        if let Some(event) = node.kind.event()
            && !may_be_thrown(definition, &scopes, (node, event))
        {
            report.on(&node.id, P::NeverThrown, "");
        }
    }
}

/// Only what waits for an event and nothing else may follow an event gateway, and only from there
/// may one come to it.
fn targets(definition: &Definition, gateway: usize, report: &mut Report) {
    for flow in &definition.around[gateway].outgoing {
        let at = definition.target(*flow);
        let (node, around) = (&definition.nodes[at], &definition.around[at]);
        let waits = matches!(node.kind, Kind::Catch(_) | Kind::ReceiveTask { .. });
        let is_plain =
            around.boundary.is_empty() && around.incoming.len() == 1 && node.repeat.is_none();
        if !(waits && is_plain) {
            let gateway = definition.nodes[gateway].id.clone();
            report.on(&node.id, P::EventGatewayTarget, gateway);
        }
    }
}

/// Timers and messages come from outside, and so does an error of a task. What else is caught is
/// thrown inside.
fn may_be_thrown(
    definition: &Definition,
    scopes: &Scopes<'_>,
    (catcher, event): (&Node, &Event),
) -> bool {
    if matches!(event, Event::Timer(_) | Event::Message(_)) {
        return true;
    }
    let Some(host) = catcher.kind.host().and_then(|host| definition.node(host)) else {
        // An event sub-process catches what is thrown beside it.
        let around = catcher.scope.as_deref().and_then(|id| definition.node(id));
        return thrown_in(scopes, around.and_then(|node| node.scope.clone()), event);
    };
    match host.inside() {
        Some(inside) => thrown_in(scopes, Some(inside), event),
        None => matches!(event, Event::Error(_)) && host.kind.waits(),
    }
}

/// Whether something in a scope or in those inside may throw what an event catches.
fn thrown_in(scopes: &Scopes<'_>, scope: Option<String>, event: &Event) -> bool {
    let (mut known, mut open) = (HashSet::new(), vec![scope]);
    while let Some(scope) = open.pop() {
        for node in scopes.get(&scope.as_deref()).into_iter().flatten() {
            let may_fail = node.kind == Kind::ServiceTask && matches!(event, Event::Error(_));
            if may_fail || throws(&node.kind, event) {
                return true;
            }
            open.extend(node.inside().filter(|inside| known.insert(inside.clone())).map(Some));
        }
    }
    false
}

fn throws(kind: &Kind, event: &Event) -> bool {
    let (Kind::Throw(thrown) | Kind::EndThrow(thrown)) = kind else { return false };
    match (event, thrown) {
        (Event::Error(wanted), Thrown::Error(code))
        | (Event::Escalation(wanted), Thrown::Escalation(code)) => {
            wanted.as_ref().is_none_or(|wanted| wanted == code)
        }
        _ => false,
    }
}
