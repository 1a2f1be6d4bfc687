//! A process: it can be published, and the roles, notices, stages, registers and reasons that its
//! steps name are there.

use bpmn::{Kind, Node, Outcome, Placed, Problem, Sketch};
use locale::words::{Lang, has};

use super::{Findings, conditions};
use crate::blueprints::model::{AgencyPlan, PositionPlan};
use crate::blueprints::read::{REASONS, ServiceFiles, process_of};
use crate::cases::{ServiceKind, asks, is_stage};
use crate::notices::NoticeKind;
use crate::{deadlines, processes};

pub(super) fn check(findings: &mut Findings<'_>, agency: &AgencyPlan, service: &ServiceFiles) {
    let file = process_of(&service.key);
    if !findings.is_read(&file) {
        return;
    }
    let graph = match processes::read(&service.process) {
        Ok(read) => read.warnings,
        Err(problems) => problems.0,
    };
    for problem in graph {
        findings.on_line(&file, problem.line, words(&problem));
    }
    // The names are looked at even where the graph is wrong.
    let sketch = bpmn::sketch(&service.process);
    for node in &sketch.nodes {
        for flaw in step(&node.it).into_iter().chain(role(agency, &node.it)) {
            findings.on_line(&file, node.line, format!("{}: {flaw}", node.it.id));
        }
        for outcome in &node.it.step.outcomes {
            for flaw in outcome_flaws(findings, agency, outcome) {
                let line = line_of(&service.process, node.line, &outcome.id);
                findings.on_line(&file, line, format!("{}: {flaw}", outcome.id));
            }
        }
    }
    conditions::check(findings, &file, service, &sketch);
}

/// The outcomes that are decisions.
pub(super) fn decided(process: &str) -> Vec<String> {
    let Sketch { nodes, .. } = bpmn::sketch(process);
    let outcomes = nodes.into_iter().flat_map(|Placed { it, .. }| it.step.outcomes);
    outcomes.filter(|outcome| asks(outcome) == Some("decision")).map(|outcome| outcome.id).collect()
}

fn words(problem: &Problem) -> String {
    let element = problem.element.as_ref().map(|element| format!("{element}: "));
    let detail = Some(&problem.detail).filter(|it| !it.is_empty()).map(|it| format!(" ({it})"));
    format!("{}{}{}", element.unwrap_or_default(), problem.kind, detail.unwrap_or_default())
}

/// What is wrong with a step by itself.
fn step(node: &Node) -> Vec<String> {
    let step = &node.step;
    let mut flaws = Vec::new();
    if !node.name.is_empty() && !step.texts.contains_key("en") {
        flaws.push("its name has no English".to_owned());
    }
    if let Some(stage) = step.get("stage").filter(|stage| !is_stage(stage)) {
        flaws.push(format!("there is no stage {stage}"));
    }
    if step.get("within").is_some() && deadlines::within(step).is_none() {
        flaws.push("its time cannot be understood".to_owned());
    }
    let (notice, kind) = (step.get("notice"), step.get("kind"));
    match node.kind {
        Kind::UserTask if step.outcomes.is_empty() => flaws.push("it has no outcome".to_owned()),
        Kind::SendTask if notice.is_none_or(|n| n.parse::<NoticeKind>().is_err()) => {
            flaws.push(format!("there is no notice {}", notice.unwrap_or_default()));
        }
        Kind::ServiceTask if kind.is_none_or(|k| k.parse::<ServiceKind>().is_err()) => {
            flaws.push(format!("there is no service {}", kind.unwrap_or_default()));
        }
        Kind::BusinessRuleTask { .. } => {
            flaws.push("a blueprint brings no decision tables".to_owned());
        }
        _ => {}
    }
    flaws
}

/// A task lies before the positions with its role, and somebody of the demo has one of them.
fn role(agency: &AgencyPlan, node: &Node) -> Option<String> {
    if node.kind != Kind::UserTask {
        return None;
    }
    let Some(role) = node.step.get("role") else {
        return Some("it names no role".to_owned());
    };
    let carries = |position: &&PositionPlan| position.roles.iter().any(|it| it == role);
    let keys: Vec<&String> = agency.positions.iter().filter(carries).map(|it| &it.key).collect();
    let held = |key: &&String| agency.staff.iter().any(|person| person.positions.contains(key));
    if keys.is_empty() {
        return Some(format!("no position carries the role {role}"));
    }
    (!keys.iter().any(held)).then(|| format!("nobody holds a position with the role {role}"))
}

fn outcome_flaws(findings: &Findings<'_>, agency: &AgencyPlan, outcome: &Outcome) -> Vec<String> {
    let mut flaws = Vec::new();
    if !outcome.texts.contains_key("en") {
        flaws.push("its name has no English".to_owned());
    }
    match asks(outcome) {
        None | Some("documents") => {}
        Some("number") => {
            let register = outcome.attributes.get("register").map_or("", String::as_str);
            if !agency.registers.iter().any(|it| it.key == register) {
                flaws.push(format!("there is no register {register}"));
            }
        }
        Some("decision") => flaws.extend(decision(findings, &outcome.id)),
        Some(unknown) => flaws.push(format!("nothing can be asked as {unknown}")),
    }
    flaws
}

/// A decision takes one of the listed reasons, and notices have words for it.
fn decision(findings: &Findings<'_>, outcome: &str) -> Vec<String> {
    let mut flaws = Vec::new();
    let given = findings.reading.reasons.iter().any(|reason| reason.outcome == outcome);
    if !given && findings.is_read(REASONS) {
        flaws.push("decision-reasons.json has no reason for it".to_owned());
    }
    let key = format!("decision-{outcome}");
    for lang in Lang::ALL.into_iter().filter(|lang| !has(*lang, &key)) {
        flaws.push(format!("there are no words {key} in {lang}"));
    }
    flaws
}

/// The line of an outcome of the step that begins on this line.
fn line_of(process: &str, step: u32, outcome: &str) -> u32 {
    let quoted = [format!("id=\"{outcome}\""), format!("id='{outcome}'")];
    let names = |line: &str| line.contains("outcome") && quoted.iter().any(|it| line.contains(it));
    let lines = (1..).zip(process.lines());
    lines
        .skip_while(|(number, _)| *number < step)
        .find(|(_, line)| names(line))
        .map_or(step, |it| it.0)
}
