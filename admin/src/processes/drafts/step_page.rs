//! The page on which one step is written.

use bpmn::steps::{ListStep, StepList, What, recognise};
use domain::ProcessDraftId;
use domain::process_drafts::Choices;
use forms::Problems;
use locale::words::{Lang, say1};
use serde::Serialize;
use web::Page;
use web::problems::Line;

use super::lines;
use super::paths;
use super::sheet::{Group, Sheet, flatten, groups};
use crate::services::input::Showing;
use crate::services::typed::{self, Typed};

#[derive(Serialize)]
pub(crate) struct StepPage {
    /// The draft's page, and where the form is sent.
    draft: String,
    action: String,
    rev: i32,
    name: String,
    kind: &'static str,
    groups: Vec<Group>,
    /// Tasks that are done at the same time have pages of their own.
    branches: Vec<BranchView>,
    problems: Vec<Line>,
    conflict: Option<String>,
}

#[derive(Serialize)]
struct BranchView {
    path: String,
    name: String,
}

impl StepPage {
    pub(super) fn of(
        (id, rev): (ProcessDraftId, i32),
        sheet: Sheet<'_>,
        showing: Showing<'_>,
        conflict: Option<String>,
    ) -> Self {
        let Sheet { list, step, .. } = sheet;
        let groups = groups(sheet, showing);
        let order: Vec<String> =
            groups.iter().flat_map(|it| &it.fields).map(|field| field.key.clone()).collect();
        let anchor = match list.at(step.id()) {
            Some(_) => step.id(),
            None => around(list, step).map_or("", ListStep::id),
        };
        Self {
            draft: paths::line(id, anchor),
            action: paths::step(id, step.id()),
            rev,
            name: lines::name(step, showing.lang),
            kind: lines::kind(&step.what),
            groups,
            branches: branches(id, step, showing.lang),
            problems: typed::lines(showing.problems, &order, showing.lang),
            conflict,
        }
    }

    /// The step as it is.
    pub(super) fn fresh(
        at: (ProcessDraftId, i32),
        (list, step): (&StepList, &ListStep),
        choices: &Choices,
        lang: Lang,
    ) -> Self {
        let (typed, problems) = (flatten(step), Problems::default());
        let showing = Showing { lang, typed: &typed, problems: &problems };
        Self::of(at, Sheet { list, step, choices }, showing, None)
    }
}

/// The step of which a task is one part.
fn around<'a>(list: &'a StepList, task: &ListStep) -> Option<&'a ListStep> {
    let holds = |step: &&ListStep| match &step.what {
        What::Together { branches, .. } => branches.iter().any(|it| it.it.id() == task.id()),
        _ => false,
    };
    list.steps.iter().find(holds)
}

fn branches(id: ProcessDraftId, step: &ListStep, lang: Lang) -> Vec<BranchView> {
    let What::Together { branches, .. } = &step.what else { return Vec::new() };
    let view =
        |it: &ListStep| BranchView { path: paths::step(id, it.id()), name: lines::name(it, lang) };
    branches.iter().map(|branch| view(&branch.it)).collect()
}

impl Page for StepPage {
    const TEMPLATE: &'static str = "admin/processes/step.html";

    fn samples() -> Vec<Self> {
        let list = recognise(super::draft_page::SAMPLE).expect("the blueprint's process is a list");
        let choices = Choices {
            roles: vec!["expert".into(), "manager".into()],
            decisions: vec!["approve".into()],
            ..Choices::default()
        };
        let at = (ProcessDraftId(uuid::Uuid::nil()), 3);
        let mut pages: Vec<Self> = list
            .steps
            .iter()
            .map(|step| Self::fresh(at, (&list, step), &choices, Lang::Fa))
            .collect();
        let typed = Typed::default();
        let wrong = super::written::written(&list, "review", (&choices, &typed));
        let problems = wrong.err().unwrap_or_default();
        let step = list.find("review").unwrap_or(&list.steps[0]);
        let showing = Showing { lang: Lang::Fa, typed: &typed, problems: &problems };
        let sheet = Sheet { list: &list, step, choices: &choices };
        pages.push(Self::of(at, sheet, showing, None));
        pages.push(Self::of(at, sheet, showing, Some("نسرین نمونه آن را تغییر داد.".into())));
        pages
    }

    fn title(&self, lang: Lang) -> String {
        if self.name.is_empty() { say1(lang, "steps-step") } else { self.name.clone() }
    }

    fn has_problems(&self) -> bool {
        !self.problems.is_empty() || self.conflict.is_some()
    }
}
