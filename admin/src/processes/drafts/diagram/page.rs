//! The page of a draft as a diagram.

use bpmn::Definition;
use bpmn::picture::{Picture, draw, with_diagram};
use chrono::{DateTime, Utc};
use domain::process_drafts::ProcessDraft;
use forms::Problems;
use locale::words::{Lang, say1};
use serde::Serialize;
use web::Page;
use web::problems::{Line, lines};

use super::choices::{Choices, words};
use crate::processes::drafts::draft_page::{SAMPLE, sample};
use crate::processes::drafts::problems::{ProblemView, problems};

#[derive(Serialize)]
pub(crate) struct DiagramPage {
    id: String,
    key: String,
    rev: i32,
    name: String,
    updated_at: DateTime<Utc>,
    updated_by: Option<String>,
    /// What keeps the draft from being published.
    problems: Vec<ProblemView>,
    warnings: Vec<ProblemView>,
    /// Why the text below is not saved.
    conflict: Option<String>,
    flaws: Vec<Line>,
    /// Whether the text below is kept nowhere yet.
    unsaved: bool,
    picture: Option<Picture>,
    xml: String,
    /// For the editor, as JSON.
    words: String,
    choices: String,
}

/// What was sent and not kept, and why.
pub(super) enum Unsaved<'a> {
    Nothing,
    /// Somebody else saved meanwhile.
    Overtaken {
        xml: &'a str,
        told: String,
    },
    Wrong {
        xml: &'a str,
        problems: Problems,
    },
}

impl DiagramPage {
    pub(super) fn of(
        draft: &ProcessDraft,
        choices: &Choices,
        unsaved: Unsaved<'_>,
        lang: Lang,
    ) -> Self {
        let (is_unsaved, xml) = match &unsaved {
            Unsaved::Nothing => (false, draft.xml.as_str()),
            Unsaved::Overtaken { xml, .. } | Unsaved::Wrong { xml, .. } => (true, *xml),
        };
        let typed = is_unsaved.then(|| read(xml)).flatten();
        let definition = if is_unsaved { typed.as_ref() } else { draft.definition.as_ref() };
        let (conflict, flaws) = match unsaved {
            Unsaved::Nothing => (None, Vec::new()),
            Unsaved::Overtaken { told, .. } => (Some(told), Vec::new()),
            Unsaved::Wrong { problems, .. } => (None, lines(&problems, &["xml"], lang)),
        };
        // The draft's own problems say nothing of a text that is not the draft's.
        let (problems, warnings) =
            if is_unsaved { (Vec::new(), Vec::new()) } else { problems(draft, lang) };
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
            conflict,
            flaws,
            unsaved: is_unsaved,
            picture: definition.map(|it| picture(it, xml, lang)),
            xml: definition.and_then(|it| with_diagram(it, xml)).unwrap_or_else(|| xml.to_owned()),
            words: json(&words(lang)),
            choices: json(choices),
        }
    }
}

/// The picture alone: no list stands on this page for its shapes to lead to.
fn picture(definition: &Definition, xml: &str, lang: Lang) -> Picture {
    let mut picture = draw(definition, xml, lang.code(), lang.dir() == "rtl");
    picture.shapes.iter_mut().for_each(|shape| shape.listed = false);
    picture
}

fn read(xml: &str) -> Option<Definition> {
    bpmn::read(xml, &|_| Ok(())).ok().map(|read| read.definition)
}

fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("texts by names are JSON")
}

impl Page for DiagramPage {
    const TEMPLATE: &'static str = "admin/processes/diagram.html";

    fn samples() -> Vec<Self> {
        let wrong = SAMPLE.replace("targetRef=\"closed\"", "targetRef=\"x\"");
        [SAMPLE, &wrong, "<a/>"]
            .map(sample)
            .iter()
            .flat_map(|draft| {
                let of = |unsaved| {
                    let choices = Choices::of(&["cosmetics-expert".to_owned()].into(), Lang::Fa);
                    Self::of(draft, &choices, unsaved, Lang::Fa)
                };
                let told = "نرگس نمونه آن را تغییر داد.".to_owned();
                let problems = domain::Error::invalid("xml", "too-large");
                let domain::Error::Invalid(problems) = problems else {
                    unreachable!("it is made so")
                };
                let xml = draft.xml.as_str();
                [
                    of(Unsaved::Nothing),
                    of(Unsaved::Overtaken { xml, told }),
                    of(Unsaved::Wrong { xml, problems }),
                ]
            })
            .collect()
    }

    fn title(&self, lang: Lang) -> String {
        say1(lang, "diagram-page-title")
    }

    fn has_problems(&self) -> bool {
        self.conflict.is_some() || !self.flaws.is_empty()
    }
}
