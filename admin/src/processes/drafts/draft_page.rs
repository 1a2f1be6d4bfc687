//! The page of a draft: its steps in a list, its picture, and what is wrong with it.

use bpmn::picture::{Picture, draw};
use bpmn::steps::{StepList, recognise};
use chrono::{DateTime, Utc};
use domain::process_drafts::ProcessDraft;
use locale::words::{Lang, say1};
use serde::Serialize;
use web::Page;

use super::lines::{LineView, lines};
use super::problems::{ProblemView, problems};
use crate::processes::steps::{StepView, steps};

/// What can be put behind a step, as the form says it and as words file it.
pub(crate) const KINDS: [&str; 9] =
    ["task", "approval", "ask", "together", "wait", "notice", "service", "choice", "end"];

#[derive(Serialize)]
pub(crate) struct DraftPage {
    id: String,
    key: String,
    rev: i32,
    name: String,
    updated_at: DateTime<Utc>,
    updated_by: Option<String>,
    problems: Vec<ProblemView>,
    warnings: Vec<ProblemView>,
    services: Vec<String>,
    picture: Option<Picture>,
    /// The steps that can be changed here; nothing where the process has another shape.
    lines: Option<Vec<LineView>>,
    /// The element because of which it has, if it is one.
    unlisted: Option<String>,
    /// The steps to read only.
    steps: Vec<StepView>,
    kinds: [&'static str; 9],
    /// Somebody else saved meanwhile.
    conflict: Option<String>,
}

impl DraftPage {
    pub(super) fn of(draft: &ProcessDraft, lang: Lang) -> Self {
        let (mut problems, warnings) = problems(draft, lang);
        let listed = recognise(&draft.xml);
        let lines = listed.as_ref().ok().map(|list| told(draft, list, &mut problems, lang));
        let own = listed.as_ref().ok().and_then(StepList::definition);
        let definition = draft.definition.as_ref().or(own.as_ref());
        let picture = definition.map(|it| draw(it, &draft.xml, lang.code(), lang.dir() == "rtl"));
        let named = definition.map(|it| crate::processes::name(it, lang));
        let read_only = draft.definition.as_ref().filter(|_| lines.is_none());
        Self {
            id: draft.id.to_string(),
            key: draft.key.clone(),
            rev: draft.rev,
            name: named.unwrap_or_default(),
            updated_at: draft.updated_at,
            updated_by: draft.updated_by.clone(),
            problems,
            warnings,
            services: draft.services.clone(),
            picture,
            unlisted: listed.err().and_then(|found| found.element),
            steps: read_only.map(|it| steps(it, &[], lang)).unwrap_or_default(),
            lines,
            kinds: KINDS,
            conflict: None,
        }
    }

    /// What was to be done was meant for an older state.
    pub(super) fn conflicting(self, told: String) -> Self {
        Self { conflict: Some(told), ..self }
    }
}

/// The lines of the list, each with its problems; problems lead to their lines.
fn told(
    draft: &ProcessDraft,
    list: &StepList,
    problems: &mut [ProblemView],
    lang: Lang,
) -> Vec<LineView> {
    let mut lines = lines(list, lang);
    for problem in problems {
        let element = problem.element.as_deref().unwrap_or_default();
        let Some(step) = list.step_of(element) else { continue };
        let (id, name) = (step.id().to_owned(), super::lines::name(step, lang));
        problem.href = Some(super::paths::step(draft.id, &id));
        problem.step = Some(name);
        if let Some(line) = lines.iter_mut().find(|line| line.id() == id) {
            line.tell(problem.text.clone());
        }
    }
    lines
}

impl Page for DraftPage {
    const TEMPLATE: &'static str = "admin/processes/draft.html";

    fn samples() -> Vec<Self> {
        let of = |draft| Self::of(&draft, Lang::Fa).conflicting("نسرین نمونه".into());
        sample_drafts().into_iter().map(of).collect()
    }

    fn title(&self, lang: Lang) -> String {
        if self.name.is_empty() { say1(lang, "steps-draft-title") } else { self.name.clone() }
    }
}

/// A sound draft, one with a mistake, one that is no list of steps, one with a step for nobody, and
/// one that is no process.
pub(super) fn sample_drafts() -> Vec<ProcessDraft> {
    let broken = SAMPLE.replace("targetRef=\"closed\"", "targetRef=\"x\"");
    let foreign =
        SAMPLE.replace("<bpmn:startEvent ", "<bpmn:textAnnotation id=\"note\"/><bpmn:startEvent ");
    let roleless = SAMPLE.replace("desk:role=\"secretariat-clerk\"", "desk:role=\"\"");
    [SAMPLE, &broken, &foreign, &roleless, "<a/>"].map(sample).into()
}

pub(super) const SAMPLE: &str =
    include_str!("../../../../tenants/blueprints/fda/processes/drug-registration.bpmn");

pub(super) fn sample(xml: &str) -> ProcessDraft {
    let (definition, problems) = match bpmn::read(xml, &|_| Ok(())) {
        Ok(read) => (Some(read.definition), read.warnings),
        Err(problems) => (None, problems),
    };
    ProcessDraft {
        id: domain::ProcessDraftId(uuid::Uuid::nil()),
        key: "drug-registration".into(),
        xml: xml.into(),
        rev: 3,
        base: None,
        updated_by: Some("نسرین نمونه".into()),
        updated_at: DateTime::UNIX_EPOCH,
        definition,
        problems,
        missing: Vec::new(),
        services: vec!["drug-registration".into()],
    }
}
