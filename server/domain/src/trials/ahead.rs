//! What would happen: every command that is possible now is given to a copy.

use std::sync::Arc;

use bpmn::{Definition, Outcome as Way};
use tenants::Scope;

use super::model::{Command, Outcome, Pause};
use super::play::{Play, refusal};
use crate::Result;
use crate::cases::{Item, Reason, SUPPLIED, With, asks};

/// Something that could be done now, and where it would lead.
#[derive(Debug, Clone)]
pub struct Ahead {
    pub command: Command,
    pub outcome: Outcome,
}

/// What could be done now, each with what would come of it.
pub(super) async fn ahead(
    scope: &mut Scope,
    definition: &Arc<Definition>,
    (play, reasons): (&Play, &[Reason]),
) -> Result<Vec<Ahead>> {
    let mut found = Vec::new();
    for command in possible(definition, play, reasons) {
        let mut copy = play.clone();
        let done = copy.carry_out(scope, definition, &command).await;
        let outcome = match (done, copy.turns.pop()) {
            (Ok(()), Some(turn)) => turn.outcome,
            (Ok(()), None) => Outcome::default(),
            (Err(error), _) => Outcome::refused(&refusal(error)?),
        };
        found.push(Ahead { command, outcome });
    }
    Ok(found)
}

fn possible(definition: &Definition, play: &Play, reasons: &[Reason]) -> Vec<Command> {
    if !play.is_open() {
        return Vec::new();
    }
    let things = &play.things;
    let mut found = Vec::new();
    for node in once(things.tasks.iter().map(|task| task.node.as_str())) {
        let outcomes = definition.node(node).map(|it| it.step.outcomes.as_slice());
        let complete = |way: &Way| Command::Complete {
            node: node.to_owned(),
            outcome: way.id.clone(),
            with: example(way, reasons),
        };
        found.extend(outcomes.unwrap_or_default().iter().map(complete));
    }
    if things.asked.is_some() {
        found.push(Command::Supply);
    }
    for node in once(things.runs.iter().map(|it| it.run.node.as_str())) {
        let report = |ok| Command::Report { node: node.to_owned(), ok };
        found.extend([true, false].map(report));
    }
    let messages = play.standing.position.messages(definition);
    let others = once(messages.into_iter().filter(|name| *name != SUPPLIED));
    found.extend(others.into_iter().map(|name| Command::Message { name: name.to_owned() }));
    if things.timers.iter().any(|it| it.left.is_none()) {
        found.push(Command::Wait { pause: Pause::UntilDue });
    }
    if things.decided.is_none() {
        found.push(Command::Withdraw);
    }
    found
}

/// Each name once, in the order in which they come.
fn once<'a>(names: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut found = Vec::new();
    for name in names {
        if !found.contains(&name) {
            found.push(name);
        }
    }
    found
}

/// What an outcome may ask for, so that one can see where it leads.
fn example(way: &Way, reasons: &[Reason]) -> With {
    match asks(way) {
        Some("documents") => {
            let item = Item { key: "document".to_owned(), title: "…".to_owned() };
            With::Documents { items: vec![item], note: "…".to_owned() }
        }
        Some("decision") => {
            let reason = reasons.iter().find(|reason| reason.outcome == way.id);
            let reason = reason.map(|reason| reason.key.clone()).unwrap_or_default();
            With::Decision { reason, text: "…".to_owned() }
        }
        _ => With::Nothing,
    }
}
