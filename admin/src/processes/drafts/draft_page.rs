//! The page of a draft.

use bpmn::picture::{Picture, draw};
use chrono::{DateTime, Utc};
use domain::process_drafts::ProcessDraft;
use locale::words::{Lang, say1};
use serde::Serialize;
use web::Page;

use super::problems::{ProblemView, problems};
use crate::processes::steps::{StepView, steps};

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
    steps: Vec<StepView>,
}

impl DraftPage {
    pub(super) fn of(draft: &ProcessDraft, lang: Lang) -> Self {
        let (problems, warnings) = problems(draft, lang);
        let definition = draft.definition.as_ref();
        let name = definition.map(|it| crate::processes::name(it, lang)).unwrap_or_default();
        Self {
            id: draft.id.to_string(),
            key: draft.key.clone(),
            rev: draft.rev,
            name,
            updated_at: draft.updated_at,
            updated_by: draft.updated_by.clone(),
            problems,
            warnings,
            services: draft.services.clone(),
            picture: definition.map(|it| draw(it, &draft.xml, lang.code(), lang.dir() == "rtl")),
            steps: definition.map(|it| steps(it, &[], lang)).unwrap_or_default(),
        }
    }
}

impl Page for DraftPage {
    const TEMPLATE: &'static str = "admin/processes/draft.html";

    fn samples() -> Vec<Self> {
        sample_drafts().iter().map(|draft| Self::of(draft, Lang::Fa)).collect()
    }

    fn title(&self, lang: Lang) -> String {
        if self.name.is_empty() { say1(lang, "steps-draft-title") } else { self.name.clone() }
    }
}

/// A sound draft, one with a mistake, and one that is no process.
pub(super) fn sample_drafts() -> Vec<ProcessDraft> {
    const PROCESS: &str =
        include_str!("../../../../tenants/blueprints/fda/processes/cosmetics-import.bpmn");
    let of = |xml: &str| {
        let (definition, problems) = match bpmn::read(xml, &|_| Ok(())) {
            Ok(read) => (Some(read.definition), read.warnings),
            Err(problems) => (None, problems),
        };
        ProcessDraft {
            id: domain::ProcessDraftId(uuid::Uuid::nil()),
            key: "cosmetics-import".into(),
            xml: xml.into(),
            rev: 3,
            base: None,
            updated_by: Some("نسرین نمونه".into()),
            updated_at: DateTime::UNIX_EPOCH,
            definition,
            problems,
            missing: Vec::new(),
            services: vec!["cosmetics-import".into()],
        }
    };
    let wrong = PROCESS.replace("targetRef=\"closed\"", "targetRef=\"x\"");
    vec![of(PROCESS), of(&wrong), of("<a/>")]
}
