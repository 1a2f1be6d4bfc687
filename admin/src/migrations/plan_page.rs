//! The form of a plan, with what its trial found.

use domain::migrations::{Choice, Finding, Trial};
use domain::processes::ProcessVersion;
use locale::words::{Lang, say1};
use serde::Serialize;
use uuid::Uuid;
use web::{Page, problems::Line};

use crate::filled::{self, Filled};
use crate::incidents::step_name;

#[derive(Serialize)]
pub(crate) struct PlanPage {
    key: String,
    from: VersionView,
    to: VersionView,
    command: Uuid,
    rows: Vec<RowView>,
    trial: Option<TrialView>,
    problems: Vec<Line>,
}

#[derive(Serialize)]
struct VersionView {
    id: String,
    number: i32,
}

#[derive(Serialize)]
struct RowView {
    name: String,
    waiting: i64,
    choice: filled::Choice,
}

#[derive(Serialize)]
struct TrialView {
    fitting: i64,
    misfitting: i64,
    findings: Vec<FindingView>,
}

#[derive(Serialize)]
struct FindingView {
    name: String,
    waiting: i64,
    misfitting: i64,
    why: Option<String>,
}

/// The name of the field in which a node's goal is chosen.
pub(super) fn field(node: &str) -> String {
    format!("step.{node}")
}

impl PlanPage {
    pub(super) fn of(
        (from, to): (&ProcessVersion, &ProcessVersion),
        choices: &[Choice],
        (sent, trial, lang): (&Filled, Option<&Trial>, Lang),
    ) -> Self {
        let fresh = sent.text("_command").is_empty();
        let row = |choice: &Choice| {
            let name = field(&choice.node);
            let same = choice.goals.first().filter(|goal| **goal == choice.node);
            let filled = match same {
                Some(goal) if fresh => Filled::of([(name.as_str(), goal.as_str())]),
                _ => sent.clone(),
            };
            let goals = choice.goals.iter();
            let goals = goals.map(|id| (id.clone(), step_name(&to.definition, id, lang)));
            RowView {
                name: step_name(&from.definition, &choice.node, lang),
                waiting: choice.waiting,
                choice: filled.choice(&name, goals),
            }
        };
        let finding = |it: &Finding| FindingView {
            name: step_name(&from.definition, &it.node, lang),
            waiting: it.waiting,
            misfitting: it.misfitting,
            why: it.why.map(|why| say1(lang, &format!("migrations-why-{why}"))),
        };
        Self {
            key: from.line.key.clone(),
            from: VersionView { id: from.line.id.to_string(), number: from.line.version },
            to: VersionView { id: to.line.id.to_string(), number: to.line.version },
            command: sent.command(),
            rows: choices.iter().map(row).collect(),
            trial: trial.map(|it| TrialView {
                fitting: it.fitting,
                misfitting: it.misfitting,
                findings: it.findings.iter().map(finding).collect(),
            }),
            problems: sent.lines(),
        }
    }
}

impl Page for PlanPage {
    const TEMPLATE: &'static str = "admin/migrations/plan.html";

    fn samples() -> Vec<Self> {
        let version = |number| VersionView { id: Uuid::nil().to_string(), number };
        let row = || RowView {
            name: "بررسی کارشناسی".into(),
            waiting: 2,
            choice: Filled::default()
                .choice("step.review", [("review".into(), "بررسی".into())].into_iter()),
        };
        let finding = |why: Option<&str>| FindingView {
            name: "بررسی کارشناسی".into(),
            waiting: 2,
            misfitting: i64::from(why.is_some()),
            why: why.map(str::to_owned),
        };
        let trial = |why| TrialView {
            fitting: 1,
            misfitting: i64::from(Option::is_some(&why)),
            findings: vec![finding(why)],
        };
        let error = domain::Refusal::PlanIncomplete.into();
        let refused = Filled::default().told(error, "plan", Lang::Fa).unwrap_or_default();
        let page = |trial, problems| Self {
            key: "import".into(),
            from: version(1),
            to: version(2),
            command: Uuid::nil(),
            rows: vec![row()],
            trial,
            problems,
        };
        vec![
            page(None, Vec::new()),
            page(Some(trial(None)), Vec::new()),
            page(Some(trial(Some("جایی برای آن تعیین نشده است"))), refused.lines()),
        ]
    }

    fn title(&self, lang: Lang) -> String {
        say1(lang, "migrations-plan-title")
    }

    fn has_problems(&self) -> bool {
        !self.problems.is_empty()
    }
}
