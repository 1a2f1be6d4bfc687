//! What keeps a draft from being published.

use bpmn::{Definition, Kind, Node, Problem};
use forms::Flaw;
use locale::words::{Lang, has};
use tenants::Scope;

use super::model::Held;
use crate::cases::{self, ServiceKind};
use crate::notices::NoticeKind;
use crate::revisions::{Part, Shortfall, of_conditions, of_decisions, of_steps};
use crate::{Result, catalogue, deadlines, decisions, processes};

/// What was found out about a draft.
pub(super) struct Findings {
    pub(super) definition: Option<Definition>,
    pub(super) problems: Vec<Problem>,
    pub(super) missing: Vec<Shortfall>,
    pub(super) services: Vec<String>,
}

pub(super) async fn check(scope: &mut Scope, held: &Held) -> Result<Findings> {
    let (definition, mut problems) = match processes::read(&held.xml) {
        Ok(read) => (Some(read.definition), read.warnings),
        Err(problems) => (None, problems.0),
    };
    problems.extend(processes::undecided(scope, &held.xml).await?);
    // The names are looked at even where the graph is wrong.
    let nodes: Vec<Node> = bpmn::sketch(&held.xml).nodes.into_iter().map(|node| node.it).collect();
    let mut missing: Vec<Shortfall> = nodes.iter().flat_map(of_node).collect();
    missing.extend(of_steps(scope, nodes.iter()).await?);
    let services = services(scope, &held.key).await?;
    if let Some(definition) = &definition {
        for key in &services {
            missing.extend(of_service(scope, key, definition).await?);
        }
    }
    Ok(Findings { definition, problems, missing, services })
}

/// The services whose cases run through some version of the process.
pub(super) async fn services(scope: &mut Scope, key: &str) -> Result<Vec<String>> {
    let versions = processes::versions(scope, key).await?;
    let versions: Vec<_> = versions.into_iter().map(|line| line.id).collect();
    catalogue::running(scope, &versions).await
}

/// What conditions ask for and the service's form does not give.
async fn of_service(
    scope: &mut Scope,
    key: &str,
    definition: &Definition,
) -> Result<Vec<Shortfall>> {
    let entry = catalogue::find(scope, key).await?;
    let service = catalogue::version(scope, entry.version.id).await?;
    let mut missing = of_conditions(definition, &service.form);
    let decisions = decisions::unpinned(scope, definition).await?;
    missing.extend(of_decisions(&decisions, definition, &service.form));
    Ok(missing)
}

/// What is wrong with a step by itself.
pub(super) fn of_node(node: &Node) -> Vec<Shortfall> {
    let step = &node.step;
    let mut flaws = Vec::new();
    if step.get("stage").is_some_and(|stage| !cases::is_stage(stage)) {
        flaws.push("process-stage");
    }
    if step.get("within").is_some() && deadlines::within(step).is_none() {
        flaws.push("process-within");
    }
    let is = |name: &str| step.get(name).unwrap_or_default();
    match node.kind {
        Kind::UserTask if step.outcomes.is_empty() => flaws.push("process-outcomes"),
        Kind::SendTask if is("notice").parse::<NoticeKind>().is_err() => {
            flaws.push("process-notice");
        }
        Kind::ServiceTask if is("kind").parse::<ServiceKind>().is_err() => {
            flaws.push("process-kind");
        }
        _ => {}
    }
    let decisions = step.outcomes.iter().filter(|it| {
        cases::asks(it) == Some("decision")
            && Lang::ALL.into_iter().any(|lang| !has(lang, &format!("decision-{}", it.id)))
    });
    let told = |code: &str| Flaw::new(code).with("step", node.name.as_str());
    let mut found: Vec<Flaw> = flaws.into_iter().map(told).collect();
    found.extend(decisions.map(|it| told("process-decision").with("outcome", it.name.as_str())));
    found.into_iter().map(|flaw| Shortfall::new(Part::Process, &node.id, flaw)).collect()
}
