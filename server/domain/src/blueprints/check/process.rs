//! The process of a service: roles, stages, notices, registers and reasons that its steps name, and
//! the facts that its conditions ask.

use bpmn::{Definition, Flow, Kind, Node, Outcome};
use forms::Form;
use locale::words::{Lang, has};
use rules::Expression;

use super::Findings;
use crate::blueprints::model::ServicePlan;
use crate::cases::ServiceKind;
use crate::notices::NoticeKind;
use crate::{deadlines, processes};

/// What the desk tells a process of the step that was just finished.
const OUTCOME: &str = "outcome";

pub(super) fn check(findings: &mut Findings<'_>, service: &ServicePlan) {
    let file = format!("processes/{}.bpmn", service.key);
    let read = match processes::read(&service.process) {
        Ok(read) => read,
        Err(problems) => {
            problems.0.iter().for_each(|problem| findings.add(&file, problem));
            return;
        }
    };
    read.warnings.iter().for_each(|warning| findings.add(&file, warning));
    for node in read.definition.nodes() {
        for flaw in flaws(findings, node) {
            findings.add(&file, format!("{}: {flaw}", node.id));
        }
    }
    for name in unknown_facts(&read.definition, service) {
        findings.add(&file, format!("a condition asks {name}, which nothing says"));
    }
}

fn flaws(findings: &Findings<'_>, node: &Node) -> Vec<String> {
    let step = &node.step;
    let mut flaws = Vec::new();
    if !node.name.is_empty() && !step.texts.contains_key("en") {
        flaws.push("its name has no English".to_owned());
    }
    if step.get("stage").is_some_and(|stage| !is_stage(stage)) {
        flaws.push("there is no such stage".to_owned());
    }
    if step.get("within").is_some() && deadlines::within(step).is_none() {
        flaws.push("its time cannot be understood".to_owned());
    }
    match node.kind {
        Kind::UserTask => flaws.extend(task(findings, node)),
        Kind::SendTask if step.get("notice").is_none_or(|n| n.parse::<NoticeKind>().is_err()) => {
            flaws.push("there is no such notice".to_owned());
        }
        Kind::ServiceTask if step.get("kind").is_none_or(|k| k.parse::<ServiceKind>().is_err()) => {
            flaws.push("there is no such service".to_owned());
        }
        _ => {}
    }
    flaws
}

fn task(findings: &Findings<'_>, node: &Node) -> Vec<String> {
    let mut flaws = Vec::new();
    if !node.step.get("role").is_some_and(|role| findings.carries(role)) {
        flaws.push("no position carries its role".to_owned());
    }
    if node.step.outcomes.is_empty() {
        flaws.push("it has no outcome".to_owned());
    }
    for outcome in &node.step.outcomes {
        if !outcome.texts.contains_key("en") {
            flaws.push(format!("{} has no English", outcome.id));
        }
        if !is_answerable(findings, outcome) {
            flaws.push(format!("what {} asks for is not there", outcome.id));
        }
    }
    flaws
}

/// Whether what the outcome asks for can be given.
fn is_answerable(findings: &Findings<'_>, outcome: &Outcome) -> bool {
    let blueprint = findings.blueprint;
    match outcome.attributes.get("asks").map(String::as_str) {
        None | Some("documents") => true,
        Some("number") => {
            let register = outcome.attributes.get("register");
            blueprint.agency.registers.iter().any(|it| Some(&it.key) == register)
        }
        Some("decision") => blueprint.reasons.iter().any(|reason| reason.outcome == outcome.id),
        Some(_) => false,
    }
}

/// A stage is a code that applicants have words for.
fn is_stage(code: &str) -> bool {
    let key = format!("stage-{}", code.replace('_', "-"));
    has(Lang::Fa, &key) && has(Lang::Fa, &format!("{key}-meaning"))
}

/// Names in conditions that are neither the outcome nor an answer that the form gives the process:
/// FEEL would take a misspelt one for null.
fn unknown_facts(definition: &Definition, service: &ServicePlan) -> Vec<String> {
    let form = Form::parse(&service.form).ok();
    let is_told = |name: &str| {
        let field = form.as_ref().and_then(|form| form.field(name));
        name == OUTCOME || field.is_some_and(|field| field.process)
    };
    let conditions = definition.flows().filter_map(|flow: &Flow| flow.condition.as_deref());
    let mut unknown = Vec::new();
    for expression in conditions.filter_map(|condition| Expression::parse(condition).ok()) {
        unknown.extend(expression.names().into_iter().filter(|n| !is_told(n)).map(str::to_owned));
    }
    unknown
}
