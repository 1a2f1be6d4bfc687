//! What a line is answered with.

use bpmn::{Problem, StuckKind, Wait, WaitsFor};
use serde_json::{Value, json};

use crate::case::{Case, Deployed, Traced};

pub(crate) fn problem(problem: &Problem) -> Value {
    json!({
        "element": problem.element,
        "line": problem.line,
        "kind": problem.kind.as_str(),
        "message": problem.to_string(),
    })
}

/// Whether the command was done, and where the case stands now.
pub(crate) fn state(
    done: Result<(), String>,
    running: Option<(&Deployed, &Case)>,
    trace: Vec<Traced>,
) -> Value {
    let trace: Vec<Value> = trace
        .into_iter()
        .map(
            |(entered, node)| {
                if entered { json!({ "enter": node }) } else { json!({ "exit": node }) }
            },
        )
        .collect();
    let mut answer = json!({
        "ok": done.is_ok(),
        "trace": trace,
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

fn list(running: Option<(&Deployed, &Case)>, of: fn(&Deployed, &Case) -> Vec<Value>) -> Vec<Value> {
    running.map(|(deployed, case)| of(deployed, case)).unwrap_or_default()
}

fn tokens(_: &Deployed, case: &Case) -> Vec<Value> {
    let token = |wait: Wait<'_>| json!({ "token": wait.token, "node": wait.node });
    case.position.resting().map(token).collect()
}

fn tasks(deployed: &Deployed, case: &Case) -> Vec<Value> {
    let is_task = |wait: &Wait<'_>| matches!(wait.on, WaitsFor::Task | WaitsFor::Service);
    let task = |wait: Wait<'_>| {
        let name = deployed.definition.node(wait.node).map(|node| node.name.as_str());
        json!({ "token": wait.token, "node": wait.node, "name": name })
    };
    case.position.waits().filter(is_task).map(task).collect()
}

fn timers(deployed: &Deployed, case: &Case) -> Vec<Value> {
    case.timers
        .iter()
        .map(|timer| {
            let event = deployed.definition.node(&timer.node);
            let host = event.and_then(|event| event.kind.host());
            let due = timer.due.map(|due| due.format("%Y-%m-%dT%H:%M:%S").to_string());
            json!({ "node": timer.node, "host": host, "due": due })
        })
        .collect()
}

/// An incident lasts as long as its token rests there.
fn incidents(_: &Deployed, case: &Case) -> Vec<Value> {
    case.incidents
        .iter()
        .filter(|it| case.position.resting().any(|wait| wait.token == it.token))
        .map(|it| json!({ "node": it.node, "kind": kind(it.kind), "detail": it.detail }))
        .collect()
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
