//! One case in memory: what a database would keep of it, and how effects change that.

use std::cell::RefCell;
use std::collections::HashMap;

use bpmn::{Definition, Effect, Facts, NobodyWaits, Position, Trigger, advance};
use chrono::NaiveDateTime;
use rules::Expression;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::clock;
use crate::command::Vars;

/// A definition with the expressions that were asked of it so far.
#[derive(Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Deployed {
    pub(crate) definition: Definition,
    #[serde(skip)]
    prepared: RefCell<HashMap<String, Expression>>,
}

impl Deployed {
    pub(crate) fn new(definition: Definition) -> Self {
        Self { definition, prepared: RefCell::default() }
    }

    fn prepared(&self, text: &str) -> Result<Expression, String> {
        if let Some(known) = self.prepared.borrow().get(text) {
            return Ok(known.clone());
        }
        let expression = Expression::parse(text).map_err(|problem| problem.to_string())?;
        self.prepared.borrow_mut().insert(text.to_owned(), expression.clone());
        Ok(expression)
    }
}

/// The data of the case, as the engine asks for them.
struct Asked<'a> {
    deployed: &'a Deployed,
    vars: &'a Vars,
}

impl Asked<'_> {
    fn with(&self, known: &Vars) -> Vars {
        let mut all = self.vars.clone();
        all.extend(known.clone());
        all
    }
}

impl Facts for Asked<'_> {
    fn holds(&self, condition: &str, known: &Vars) -> Result<bool, String> {
        let decided = self.deployed.prepared(condition)?.decide(&self.with(known));
        decided.map_err(|problem| problem.to_string())
    }

    fn value(&self, expression: &str, known: &Vars) -> Result<Value, String> {
        let value = self.deployed.prepared(expression)?.evaluate(&self.with(known));
        value.map_err(|problem| problem.to_string())
    }

    fn decide(&self, decision: &str, _: &Vars) -> Result<Value, String> {
        Err(format!("there is no decision table {decision}"))
    }
}

#[derive(Serialize, Deserialize)]
pub(crate) struct ArmedTimer {
    pub(crate) token: u64,
    pub(crate) node: String,
    pub(crate) due: Option<NaiveDateTime>,
}

#[derive(Serialize, Deserialize)]
pub(crate) struct Incident {
    pub(crate) token: u64,
    pub(crate) node: String,
    pub(crate) kind: bpmn::StuckKind,
    pub(crate) detail: String,
}

/// A step of the trace: whether the node was entered, and which.
pub(crate) type Traced = (bool, String);

#[derive(Serialize, Deserialize)]
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
        let facts = Asked { deployed, vars: &merged };
        let effects = advance(&deployed.definition, &mut self.position, trigger, &facts)?;
        self.vars = merged;
        for effect in effects {
            self.note(effect);
        }
        Ok(())
    }

    fn note(&mut self, effect: Effect) {
        match effect {
            Effect::Entered { node } => self.trace.push((true, node)),
            Effect::Left { node } => self.trace.push((false, node)),
            Effect::ArmTimer { token, node, timer } => {
                let due = clock::due(self.now, &timer);
                self.timers.push(ArmedTimer { token, node, due });
            }
            Effect::DisarmTimer { token, node } => self.disarm(token, &node),
            Effect::Stuck { token, node, kind, detail } => {
                self.incidents.push(Incident { token, node, kind, detail });
            }
            Effect::Assign { name, value } => {
                self.vars.insert(name, value);
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
