//! Carries out commands on the one definition and the one case it holds.

use bpmn::{Span, Trigger, WaitsFor};
use serde_json::{Value, json};

use crate::answer;
use crate::case::{Case, Deployed};
use crate::command::{Command, Complete, Message, Retry, Vars};
use crate::options::Options;

pub(crate) struct Probe {
    options: Options,
    deployed: Option<Deployed>,
    case: Option<Case>,
}

impl Probe {
    pub(crate) fn new(options: Options) -> Self {
        Self { options, deployed: None, case: None }
    }

    /// Answer one line, whatever it holds.
    pub(crate) fn answer(&mut self, line: &[u8]) -> Value {
        let done = match serde_json::from_slice(line) {
            Ok(Command::Deploy(xml)) => return self.deploy(&xml),
            Ok(command) => self.carry_out(command),
            Err(fault) => Err(format!("not a command: {fault}")),
        };
        let trace = self.case.as_mut().map(|case| std::mem::take(&mut case.trace));
        let running = self.deployed.as_ref().zip(self.case.as_ref());
        answer::state(done, running, trace.unwrap_or_default())
    }

    fn deploy(&mut self, xml: &str) -> Value {
        let options = bpmn::Options { scripts_pass: true, ..bpmn::Options::default() };
        let list = |problems: &[bpmn::Problem]| -> Vec<Value> {
            problems.iter().map(answer::problem).collect()
        };
        match bpmn::read_with(xml, &rules::check, options) {
            Ok(read) => {
                self.deployed = Some(Deployed::new(read.definition));
                self.case = None;
                json!({ "ok": true, "warnings": list(&read.warnings) })
            }
            Err(problems) => json!({ "ok": false, "problems": list(&problems) }),
        }
    }

    fn carry_out(&mut self, command: Command) -> Result<(), String> {
        let deployed = self.deployed.as_ref().ok_or("nothing is deployed")?;
        let do_jobs = !self.options.manual_jobs;
        if let Command::Start(start) = command {
            let case = self.case.insert(Case::new());
            return send(case, deployed, &Trigger::Start, start.vars)
                .and_then(|()| case.settle(deployed, do_jobs));
        }
        let case = self.case.as_mut().ok_or("no case is started")?;
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

fn send(case: &mut Case, deployed: &Deployed, trigger: &Trigger, vars: Vars) -> Result<(), String> {
    case.send(deployed, trigger, vars).map_err(|fault| fault.to_string())
}

/// The oldest token that waits at a node for one of these.
fn oldest(case: &Case, node: &str, on: &[WaitsFor]) -> Option<u64> {
    let mut waits = case.position.waits();
    waits.find(|wait| wait.node == node && on.contains(&wait.on)).map(|wait| wait.token)
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
