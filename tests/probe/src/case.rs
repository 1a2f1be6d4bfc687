//! One case in memory: what a database would keep of it, and how effects change that.

use std::collections::HashMap;

use bpmn::{Definition, Effect, Kind, NobodyWaits, Position, Trigger, advance};
use chrono::NaiveDateTime;
use rules::Expression;

use crate::clock;
use crate::command::Vars;

/// A definition with its conditions ready to be decided.
pub(crate) struct Deployed {
    pub(crate) definition: Definition,
    conditions: HashMap<String, Expression>,
}

impl Deployed {
    pub(crate) fn new(definition: Definition) -> Self {
        let conditions = definition
            .flows()
            .filter_map(|flow| flow.condition.as_ref())
            .filter_map(|text| Some((text.clone(), Expression::parse(text).ok()?)))
            .collect();
        Self { definition, conditions }
    }

    fn holds(&self, condition: &str, vars: &Vars) -> Result<bool, String> {
        let expression = self.conditions.get(condition).ok_or("it was not checked")?;
        expression.decide(vars).map_err(|problem| problem.to_string())
    }
}

pub(crate) struct ArmedTimer {
    pub(crate) token: u64,
    pub(crate) node: String,
    pub(crate) due: Option<NaiveDateTime>,
}

pub(crate) struct Incident {
    pub(crate) token: u64,
    pub(crate) node: String,
    pub(crate) kind: bpmn::StuckKind,
    pub(crate) detail: String,
}

/// A step of the trace: whether the node was entered, and which.
pub(crate) type Traced = (bool, String);

pub(crate) struct Case {
    pub(crate) position: Position,
    pub(crate) vars: Vars,
    pub(crate) now: NaiveDateTime,
    /// In the order they were armed.
    pub(crate) timers: Vec<ArmedTimer>,
    pub(crate) incidents: Vec<Incident>,
    /// Messages that nobody waited for yet, with their data.
    pub(crate) inbox: Vec<(String, Vars)>,
    /// What happened since the last answer.
    pub(crate) trace: Vec<Traced>,
}

impl Case {
    pub(crate) fn new() -> Self {
        Self {
            position: Position::default(),
            vars: Vars::new(),
            now: clock::beginning(),
            timers: Vec::new(),
            incidents: Vec::new(),
            inbox: Vec::new(),
            trace: Vec::new(),
        }
    }

    /// One command of the engine. The data count only if somebody waits for it.
    pub(crate) fn send(
        &mut self,
        deployed: &Deployed,
        trigger: &Trigger,
        vars: Vars,
    ) -> Result<(), NobodyWaits> {
        let mut merged = self.vars.clone();
        merged.extend(vars);
        let holds = |condition: &str| deployed.holds(condition, &merged);
        let effects = advance(&deployed.definition, &mut self.position, trigger, &holds)?;
        self.vars = merged;
        for effect in effects {
            self.note(&deployed.definition, effect);
        }
        Ok(())
    }

    fn note(&mut self, definition: &Definition, effect: Effect) {
        match effect {
            Effect::Entered { node } => self.trace.push((true, node)),
            Effect::Left { node } => self.trace.push((false, node)),
            Effect::ArmTimer { token, node } => {
                let due = match definition.node(&node).map(|node| &node.kind) {
                    Some(Kind::BoundaryTimer { timer, .. }) => clock::due(self.now, timer),
                    _ => None,
                };
                self.timers.push(ArmedTimer { token, node, due });
            }
            Effect::DisarmTimer { token, node } => self.disarm(token, &node),
            Effect::Stuck { token, node, kind, detail } => {
                self.incidents.push(Incident { token, node, kind, detail });
            }
            // What waits is read from the position, and nothing is sent anywhere.
            Effect::OpenTask { .. }
            | Effect::CancelTask { .. }
            | Effect::Subscribe { .. }
            | Effect::Unsubscribe { .. }
            | Effect::StartService { .. }
            | Effect::CancelService { .. }
            | Effect::Send { .. }
            | Effect::Ended { .. } => {}
        }
    }

    pub(crate) fn disarm(&mut self, token: u64, node: &str) {
        self.timers.retain(|timer| timer.token != token || timer.node != node);
    }
}
