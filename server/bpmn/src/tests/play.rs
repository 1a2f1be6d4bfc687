//! Plays commands on a model and writes down what followed, one word per effect.

use serde_json::{Map, Value, json};

use crate::{
    Definition, Effect, Facts, Misfit, NobodyWaits, Position, Trigger, WaitsFor, advance, migrate,
    read,
};

use super::model;

/// Play a table; rows with an empty expectation are commands without effects.
///
/// After every command the case is put away and taken up again.
pub(super) fn plays(model: &str, rows: &[(&str, &str)]) {
    let mut play = Play::of(model);
    for (at, (command, expected)) in rows.iter().enumerate() {
        let expected = expected.split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(play.does(command), expected, "row {at}, {command:?} of {model}");
        let stored = serde_json::to_string(&play.position).unwrap();
        assert_eq!(serde_json::from_str::<Position>(&stored).unwrap(), play.position, "{stored}");
    }
}

/// A case of one model, with the conditions that hold at the moment.
#[derive(Clone)]
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

    /// Do one command: `start`, `done a`, `job a`, `message m`, `fire t`, `fail a code`, `retry a`,
    /// `add a item`, `remove a`, `cancel`, or `given x y=1`, which changes what holds and what has
    /// which value; `broken` is never known.
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
        let facts = Truths(&self.truths);
        advance(&self.definition, &mut self.position, trigger, &facts)
    }

    /// Go on with another model, every node with the one of its id.
    pub(super) fn goes_on(&mut self, text: &str) -> Result<String, Vec<Misfit>> {
        let next = Self::of(text).definition;
        let plan = self.definition.nodes().map(|node| (node.id.clone(), node.id.clone())).collect();
        let facts = Truths(&self.truths);
        let versions = (&self.definition, &next);
        let moved = migrate(versions, &plan, &mut self.position, &facts)?;
        self.definition = next;
        Ok(words(&moved.effects))
    }

    /// Whether nothing moves by itself.
    pub(super) fn rests(&mut self) -> bool {
        let mut copy = self.position.clone();
        crate::advance::rests(&self.definition, &mut copy, &Truths(&self.truths))
    }

    fn trigger(&self, command: &str) -> Option<Trigger> {
        let (verb, node) = command.split_once(' ').unwrap_or((command, ""));
        let resting = |node: &str| {
            let here = || self.position.resting().filter(|it| it.node == node);
            here().find(|it| it.on != WaitsFor::Inside).or_else(|| here().next())
        };
        let token = resting(node).map(|wait| wait.token);
        Some(match verb {
            "start" => Trigger::Start,
            "cancel" => Trigger::Cancel,
            "message" => Trigger::Message { name: node.to_owned() },
            "done" => Trigger::Complete { token: token? },
            "job" => Trigger::JobDone { token: token? },
            "retry" => Trigger::Retry { token: token? },
            "fail" => {
                let (node, code) = node.split_once(' ').unwrap();
                Trigger::Failed { token: resting(node)?.token, code: code.to_owned() }
            }
            "add" => {
                let (node, item) = node.split_once(' ').unwrap();
                let mut all = self.position.resting();
                let around = all.find(|it| it.node == node && it.on == WaitsFor::Inside)?;
                Trigger::AddInstance { token: around.token, item: json!(item) }
            }
            "remove" => Trigger::RemoveInstance { token: token? },
            "fire" => {
                let (token, _) = self.position.timers().find(|(_, timer)| *timer == node)?;
                Trigger::Timer { token, node: node.to_owned() }
            }
            other => panic!("no such command: {other}"),
        })
    }
}

/// A small language: `x` is whatever `given x` or `given x=1` says, else what the engine knows;
/// `x+1` counts, `x=1` and `x>=1` compare, numbers and quoted words are themselves.
struct Truths<'a>(&'a [String]);

impl Facts for Truths<'_> {
    fn holds(&self, condition: &str, known: &Map<String, Value>) -> Result<bool, String> {
        if let Some((name, least)) = condition.split_once(">=") {
            let (value, least) = (self.value(name, known)?, self.value(least, known)?);
            return Ok(value.as_i64().unwrap() >= least.as_i64().unwrap());
        }
        if let Some((name, value)) = condition.split_once('=') {
            return Ok(self.value(name, known)? == self.value(value, known)?);
        }
        match condition {
            "broken" => Err(String::from("null is not a boolean")),
            other => Ok(self.0.iter().any(|truth| truth == other)),
        }
    }

    fn value(&self, expression: &str, known: &Map<String, Value>) -> Result<Value, String> {
        if let Some(name) = expression.strip_suffix("+1") {
            return Ok(json!(self.value(name, known)?.as_i64().unwrap() + 1));
        }
        if let Ok(value) = serde_json::from_str(expression) {
            return Ok(value);
        }
        let given = self.0.iter().filter_map(|truth| truth.split_once('='));
        let given = given.filter(|(name, _)| *name == expression).map(|(_, value)| value);
        known
            .get(expression)
            .cloned()
            .or_else(|| given.map(|it| serde_json::from_str(it).unwrap_or(json!(it))).next())
            .ok_or_else(|| format!("{expression} is null"))
    }

    fn decide(&self, decision: &str, known: &Map<String, Value>) -> Result<Value, String> {
        self.value(decision, known)
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
        Effect::Send { node, .. } => format!("send:{node}"),
        Effect::Assign { name, value } => format!("{name}:={value}"),
        Effect::Stuck { node, kind, .. } => format!("stuck:{node}:{kind}"),
        Effect::Ended { state, node } => {
            format!("ended:{state}:{}", node.as_deref().unwrap_or("-"))
        }
    };
    effects.iter().map(word).collect::<Vec<_>>().join(" ")
}
