//! Carries out commands on the one definition and the one case it holds.

use bpmn::{Span, Trigger, WaitsFor};
use serde_json::{Value, json};

use crate::answer;
use crate::case::{Case, Deployed};
use crate::command::{Command, Complete, Message, Retry, Vars};
use crate::held::Held;
use crate::names::plain;
use crate::store::Store;

pub(crate) struct Probe {
    /// Service tasks wait for `complete`.
    manual_jobs: bool,
    store: Store,
}

impl Probe {
    pub(crate) fn new(manual_jobs: bool, store: Store) -> Self {
        Self { manual_jobs, store }
    }

    /// Answer one line, whatever it holds.
    pub(crate) fn answer(&mut self, line: &[u8]) -> Value {
        let mut held = match self.store.begin() {
            Ok(held) => held,
            Err(fault) => return answer::state(Err(fault), &Held::default(), &[]),
        };
        let mut answer = self.answered(line, &mut held);
        if let Err(fault) = self.store.commit(held) {
            answer["ok"] = false.into();
            answer["error"] = fault.into();
        }
        answer
    }

    fn answered(&self, line: &[u8], held: &mut Held) -> Value {
        let done = match serde_json::from_slice(line) {
            Ok(Command::Deploy(xml)) => return deploy(&xml, held),
            Ok(command) => self.carry_out(command, held),
            Err(fault) => Err(format!("not a command: {fault}")),
        };
        let trace = held.case.as_mut().map(|case| std::mem::take(&mut case.trace));
        answer::state(done, held, &trace.unwrap_or_default())
    }

    fn carry_out(&self, command: Command, held: &mut Held) -> Result<(), String> {
        let deployed = held.deployed.as_ref().ok_or("nothing is deployed")?;
        let do_jobs = !self.manual_jobs;
        if let Command::Start(start) = command {
            let case = held.case.insert(Case::new());
            return send(case, deployed, &Trigger::Start, start.vars)
                .and_then(|()| case.settle(deployed, do_jobs));
        }
        let case = held.case.as_mut().ok_or("no case is started")?;
        match command {
            Command::Complete(it) => complete(case, deployed, it)?,
            Command::Message(it) => message(case, deployed, it)?,
            Command::Retry(it) => retry(case, deployed, it)?,
            Command::Advance(span) => {
                let span: Span = span.parse().map_err(|fault| format!("{span:?}: {fault}"))?;
                case.wait(deployed, span, do_jobs)?;
            }
            Command::Dump(_) | Command::Start(_) | Command::Deploy(_) => {}
        }
        case.settle(deployed, do_jobs)
    }
}

fn deploy(xml: &str, held: &mut Held) -> Value {
    let list = |problems: &[bpmn::Problem]| -> Vec<Value> {
        problems.iter().map(answer::problem).collect()
    };
    let published = |process: &str| held.published(process);
    let options = bpmn::Options { scripts_pass: true, library: Some(&published) };
    match bpmn::read_with(xml, &rules::check, options) {
        Ok(read) => {
            held.deploy(read.definition);
            json!({ "ok": true, "warnings": list(&read.warnings) })
        }
        Err(problems) => json!({ "ok": false, "problems": list(&problems) }),
    }
}

fn send(case: &mut Case, deployed: &Deployed, trigger: &Trigger, vars: Vars) -> Result<(), String> {
    case.send(deployed, trigger, vars).map_err(|fault| fault.to_string())
}

/// The oldest token that waits at a node for one of these.
fn oldest(case: &Case, node: &str, on: &[WaitsFor]) -> Option<u64> {
    let mut waits = case.position.waits();
    waits.find(|wait| plain(wait.node) == node && on.contains(&wait.on)).map(|wait| wait.token)
}

fn complete(case: &mut Case, deployed: &Deployed, it: Complete) -> Result<(), String> {
    let mut vars = it.vars;
    if let Some(outcome) = it.outcome {
        vars.insert("outcome".into(), outcome);
    }
    let trigger = if let Some(token) = oldest(case, &it.node, &[WaitsFor::Task]) {
        Trigger::Complete { token }
    } else if let Some(token) = oldest(case, &it.node, &[WaitsFor::Service]) {
        Trigger::JobDone { token }
    } else {
        return Err(format!("no open task at {}", it.node));
    };
    send(case, deployed, &trigger, vars)
}

/// A message for which nobody waits yet is kept, unless the case is over.
fn message(case: &mut Case, deployed: &Deployed, it: Message) -> Result<(), String> {
    if case.position.ended().is_some() {
        return Err("the case is over".into());
    }
    let trigger = Trigger::Message { name: it.name.clone() };
    if case.send(deployed, &trigger, it.vars.clone()).is_err() {
        case.inbox.push((it.name, it.vars));
    }
    Ok(())
}

fn retry(case: &mut Case, deployed: &Deployed, it: Retry) -> Result<(), String> {
    let token = oldest(case, &it.node, &[WaitsFor::Repair])
        .ok_or_else(|| format!("no incident at {}", it.node))?;
    case.incidents.retain(|incident| incident.token != token);
    send(case, deployed, &Trigger::Retry { token }, it.vars)
}
