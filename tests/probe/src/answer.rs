//! What a line is answered with.

use bpmn::{Problem, StuckKind, Wait, WaitsFor};
use serde_json::{Value, json};

use crate::case::{Case, Deployed, Incident, Traced};
use crate::held::Held;
use crate::names::plain;

pub(crate) fn problem(problem: &Problem) -> Value {
    json!({
        "element": problem.element,
        "line": problem.line,
        "kind": problem.kind.as_str(),
        "message": problem.to_string(),
    })
}

/// Whether the command was done, and where the case stands now.
pub(crate) fn state(done: Result<(), String>, held: &Held, trace: &[Traced]) -> Value {
    let running = held.deployed.as_ref().zip(held.case.as_ref());
    let mut answer = json!({
        "ok": done.is_ok(),
        "trace": trace.iter().map(traced).collect::<Vec<_>>(),
        "tokens": list(running, tokens),
        "tasks": list(running, tasks),
        "timers": list(running, timers),
        "incidents": list(running, incidents),
        "state": running.map(|(_, case)| case.position.ended().unwrap_or("active")),
    });
    if let Err(fault) = done {
        answer["error"] = fault.into();
    }
    answer
}

fn traced((entered, node): &Traced) -> Value {
    let verb = if *entered { "enter" } else { "exit" };
    json!({ verb: plain(node) })
}

type Running<'a> = (&'a Deployed, &'a Case);

fn list(running: Option<Running<'_>>, of: fn(&Deployed, &Case) -> Vec<Value>) -> Vec<Value> {
    running.map(|(deployed, case)| of(deployed, case)).unwrap_or_default()
}

fn tokens(_: &Deployed, case: &Case) -> Vec<Value> {
    let token = |wait: Wait<'_>| json!({ "token": wait.token, "node": plain(wait.node) });
    case.position.resting().map(token).collect()
}

fn tasks(deployed: &Deployed, case: &Case) -> Vec<Value> {
    let is_task = |wait: &Wait<'_>| matches!(wait.on, WaitsFor::Task | WaitsFor::Service);
    let task = |wait: Wait<'_>| {
        let name = deployed.definition.node(wait.node).map(|node| node.name.as_str());
        json!({ "token": wait.token, "node": plain(wait.node), "name": name })
    };
    case.position.waits().filter(is_task).map(task).collect()
}

fn timers(deployed: &Deployed, case: &Case) -> Vec<Value> {
    case.timers
        .iter()
        .map(|timer| {
            let event = deployed.definition.node(&timer.node);
            let host = event.and_then(|event| event.kind.host()).map(plain);
            let due = timer.due.map(|due| due.format("%Y-%m-%dT%H:%M:%S").to_string());
            json!({ "node": plain(&timer.node), "host": host, "due": due })
        })
        .collect()
}

/// An incident lasts as long as its token rests there. One that ended the case, and one of a
/// timer of the whole process, has no token.
fn incidents(_: &Deployed, case: &Case) -> Vec<Value> {
    let lasts = |it: &&Incident| {
        it.token == 0
            || it.kind == StuckKind::UncaughtError
            || case.position.resting().any(|wait| wait.token == it.token)
    };
    let incident = |it: &Incident| json!({ "node": plain(&it.node), "kind": kind(it.kind), "detail": it.detail });
    case.incidents.iter().filter(lasts).map(incident).collect()
}

/// The protocol's names for kinds of incident are its own.
fn kind(kind: StuckKind) -> &'static str {
    match kind {
        StuckKind::NoFlow => "noFlow",
        StuckKind::OrJoinCycle => "orJoinCycle",
        StuckKind::UncaughtError => "uncaughtError",
        other => other.as_str(),
    }
}
