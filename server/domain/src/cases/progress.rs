//! How far a case has come in its process: for the agency step by step, for the applicant by the
//! stages that everybody has words for.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use bpmn::picture::{Place, places};
use bpmn::{Definition, Kind, Node};
use locale::words::{Lang, has, say1};
use moka::sync::Cache;
use tenants::{Scope, TenantId};

use super::model::Case;
use super::timeline::{HistoryLine, Moment, MomentKind};
use crate::events::Event;
use crate::{ProcessVersionId, Result, processes};

/// Where a case was and is, on the graph that the picture is drawn from.
#[derive(Debug, Clone)]
pub struct Progress {
    pub definition: Arc<Definition>,
    /// The text with the author's own picture; empty where there is none to follow.
    pub xml: String,
    /// The ids of the nodes where it was.
    pub done: Vec<String>,
    /// The ids of those where it is.
    pub now: Vec<String>,
}

/// The agency's view: every node.
pub(super) async fn whole(
    scope: &mut Scope,
    case: &Case,
    history: &[HistoryLine],
) -> Result<Progress> {
    let definition = processes::definition(scope, case.process).await?;
    let xml = processes::xml(scope, case.process).await?;
    let now = if case.is_open() { case.position.steps() } else { Vec::new() };
    let began = definition.nodes().find(|node| node.kind == Kind::Start && node.scope.is_none());
    let mut done: Vec<String> = began.map(|node| node.id.clone()).into_iter().collect();
    done.extend(history.iter().filter_map(|line| passed(&line.event)));
    // What a message ended leaves no event of its own.
    let waited = history.iter().any(|line| matches!(line.event, Event::DocumentsSupplied { .. }));
    let receives = |node: &&Node| matches!(node.kind, Kind::ReceiveTask { .. });
    if waited {
        let stops = |node: &&Node| node.step.get("clock") == Some("stops");
        done.extend(definition.nodes().filter(receives).filter(stops).map(|node| node.id.clone()));
    }
    done.retain(|id| !now.contains(id));
    Ok(Progress { definition, xml, done, now })
}

/// The node that an event tells to be over.
fn passed(event: &Event) -> Option<String> {
    match event {
        Event::TaskDone { node, .. }
        | Event::Told { node, .. }
        | Event::ServiceDone { node, .. }
        | Event::TimerFired { node, .. } => Some(node.clone()),
        Event::Ended { node, .. } => node.clone(),
        _ => None,
    }
}

/// The applicant's view: stages, and nothing of how the agency works inside. None where the process
/// names no stage.
pub(super) async fn public(
    scope: &mut Scope,
    process: ProcessVersionId,
    (stage, open): (&str, bool),
    timeline: &[Moment],
) -> Result<Option<Progress>> {
    let Some(stages) = stages(scope, process).await? else { return Ok(None) };
    let was = |moment: &Moment| match &moment.what {
        MomentKind::Stage { stage } => Some(stage.clone()),
        _ => None,
    };
    let now: Vec<String> = open.then(|| stage.to_owned()).into_iter().collect();
    let first = stages.after("").map(|node| node.id.clone()).collect::<Vec<_>>();
    let mut done: Vec<String> = timeline.iter().filter_map(was).collect();
    // The first stage is where a case is opened, and so no change.
    done.extend(first.into_iter().filter(|id| id == "submitted"));
    done.push(String::new());
    if !open {
        done.push(stage.to_owned());
    }
    done.retain(|id| !now.contains(id));
    Ok(Some(Progress { definition: stages, xml: String::new(), done, now }))
}

/// The stages of a published version, as a graph of their own.
type Stages = Option<Arc<Definition>>;

static STAGES: LazyLock<Cache<(TenantId, ProcessVersionId), Stages>> =
    LazyLock::new(|| Cache::new(2_000));

async fn stages(scope: &mut Scope, process: ProcessVersionId) -> Result<Stages> {
    let key = (scope.tenant().id, process);
    if let Some(stages) = STAGES.get(&key) {
        return Ok(stages);
    }
    let definition = processes::definition(scope, process).await?;
    let stages = places(&definition, stage_of).map(Arc::new);
    STAGES.insert(key, stages.clone());
    Ok(stages)
}

/// Whether applicants have words for a stage.
pub(crate) fn is_stage(code: &str) -> bool {
    let key = stage_key(code);
    Lang::ALL.into_iter().all(|lang| has(lang, &key) && has(lang, &format!("{key}-meaning")))
}

fn stage_key(code: &str) -> String {
    format!("stage-{}", code.replace('_', "-"))
}

/// A stage that has no words of ours is one that the agency named, and is shown as named.
fn stage_of(node: &Node) -> Option<Place> {
    let id = node.step.get("stage")?.to_owned();
    let key = stage_key(&id);
    let word = |lang| if has(lang, &key) { say1(lang, &key) } else { id.clone() };
    let texts = Lang::ALL.into_iter().map(|lang| (lang.code().to_owned(), word(lang)));
    let texts: BTreeMap<String, String> = texts.collect();
    Some(Place { name: word(Lang::Fa), texts, id })
}
