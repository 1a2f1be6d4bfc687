//! Plays commands on a model and writes down what followed, one word per effect.

use crate::{Definition, Effect, NobodyWaits, Position, Trigger, advance, read};

use super::model;

/// A case of one model, with the conditions that hold at the moment.
pub(super) struct Play {
    pub(super) definition: Definition,
    pub(super) position: Position,
    pub(super) truths: Vec<String>,
}

impl Play {
    pub(super) fn of(text: &str) -> Self {
        let read = read(&model::xml(text), &|_| Ok(()));
        let definition = read.unwrap_or_else(|problems| panic!("{text}: {problems:#?}")).definition;
        Self { definition, position: Position::default(), truths: Vec::new() }
    }

    /// Do one command: `start`, `done a`, `job a`, `message m`, `fire t`, `retry a`, `cancel`, or
    /// `given x y`, which changes the conditions that hold; `broken` is one that cannot be decided.
    pub(super) fn does(&mut self, command: &str) -> String {
        if let Some(truths) = command.strip_prefix("given") {
            self.truths = truths.split_whitespace().map(str::to_owned).collect();
            return String::new();
        }
        let Some(trigger) = self.trigger(command) else { return String::from("nobody") };
        let before = self.position.clone();
        let Ok(effects) = self.sends(&trigger) else {
            assert_eq!(before, self.position, "a refused command changes nothing");
            return String::from("nobody");
        };
        words(&effects)
    }

    pub(super) fn sends(&mut self, trigger: &Trigger) -> Result<Vec<Effect>, NobodyWaits> {
        let truths = &self.truths;
        let holds = |condition: &str| match condition {
            "broken" => Err(String::from("null is not a boolean")),
            other => Ok(truths.iter().any(|truth| truth == other)),
        };
        advance(&self.definition, &mut self.position, trigger, &holds)
    }

    fn trigger(&self, command: &str) -> Option<Trigger> {
        let (verb, node) = command.split_once(' ').unwrap_or((command, ""));
        let resting = |node: &str| self.position.resting().find(|it| it.node == node);
        let token = resting(node).map(|wait| wait.token);
        Some(match verb {
            "start" => Trigger::Start,
            "cancel" => Trigger::Cancel,
            "message" => Trigger::Message { name: node.to_owned() },
            "done" => Trigger::Complete { token: token? },
            "job" => Trigger::JobDone { token: token? },
            "retry" => Trigger::Retry { token: token? },
            "fire" => {
                let (token, _) = self.position.timers().find(|(_, timer)| *timer == node)?;
                Trigger::Timer { token, node: node.to_owned() }
            }
            other => panic!("no such command: {other}"),
        })
    }
}

/// `+a` entered, `-a` left; every other effect by a word of its own.
pub(super) fn words(effects: &[Effect]) -> String {
    let word = |effect: &Effect| match effect {
        Effect::Entered { node } => format!("+{node}"),
        Effect::Left { node } => format!("-{node}"),
        Effect::OpenTask { node, .. } => format!("open:{node}"),
        Effect::CancelTask { node, .. } => format!("cancel:{node}"),
        Effect::ArmTimer { node, .. } => format!("arm:{node}"),
        Effect::DisarmTimer { node, .. } => format!("disarm:{node}"),
        Effect::Subscribe { name, .. } => format!("subscribe:{name}"),
        Effect::Unsubscribe { name, .. } => format!("unsubscribe:{name}"),
        Effect::StartService { node, .. } => format!("service:{node}"),
        Effect::CancelService { node, .. } => format!("stop:{node}"),
        Effect::Send { node } => format!("send:{node}"),
        Effect::Stuck { node, kind, .. } => format!("stuck:{node}:{kind}"),
        Effect::Ended { state, node } => {
            format!("ended:{state}:{}", node.as_deref().unwrap_or("-"))
        }
    };
    effects.iter().map(word).collect::<Vec<_>>().join(" ")
}
