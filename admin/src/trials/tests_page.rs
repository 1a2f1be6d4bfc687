//! The tests of a process, each with how it goes now.

use chrono::{DateTime, Utc};
use domain::process_drafts::ProcessDraft;
use domain::trials::{Difference, Said, Tested};
use locale::words::{Lang, say1};
use serde::Serialize;
use web::Page;

use super::said::{LineView, Saying};

#[derive(Serialize)]
pub(crate) struct TestsPage {
    id: String,
    key: String,
    rev: i32,
    /// Whether publishing was refused because of them.
    refusal: bool,
    failing: usize,
    tests: Vec<TestView>,
}

#[derive(Serialize)]
pub(super) struct TestView {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) kept_by: Option<String>,
    pub(super) kept_at: DateTime<Utc>,
    /// `passes`, `differs` or `not-played`.
    pub(super) state: &'static str,
    pub(super) differences: Vec<DifferenceView>,
}

#[derive(Serialize)]
pub(super) struct DifferenceView {
    /// Which command it is about, counted from 1.
    number: usize,
    what: String,
    missing: Vec<LineView>,
    new: Vec<LineView>,
    refused: Option<String>,
    stood: Option<String>,
    stands: Option<String>,
}

impl TestsPage {
    pub(super) fn of(
        draft: &ProcessDraft,
        tested: &[Tested],
        saying: &Saying<'_>,
        refusal: bool,
    ) -> Self {
        Self {
            id: draft.id.to_string(),
            key: draft.key.clone(),
            rev: draft.rev,
            refusal,
            failing: tested.iter().filter(|test| !test.passes()).count(),
            tests: tested.iter().map(|test| TestView::of(test, saying)).collect(),
        }
    }
}

impl TestView {
    pub(super) fn of(test: &Tested, saying: &Saying<'_>) -> Self {
        let state = match (test.is_played, test.passes()) {
            (false, _) => "not-played",
            (true, true) => "passes",
            (true, false) => "differs",
        };
        Self {
            id: test.id.to_string(),
            title: test.title.clone(),
            kept_by: test.kept_by.clone(),
            kept_at: test.kept_at,
            state,
            differences: test.differences.iter().map(|it| DifferenceView::of(it, saying)).collect(),
        }
    }
}

impl DifferenceView {
    fn of(difference: &Difference, saying: &Saying<'_>) -> Self {
        let (mut missing, mut new) = (Vec::new(), Vec::new());
        for said in &difference.lines {
            match said {
                Said::Missing(line) => missing.push(saying.line(line)),
                Said::New(line) => new.push(saying.line(line)),
            }
        }
        let stands = difference.stands.as_ref();
        Self {
            number: difference.turn + 1,
            what: saying.command(difference.command.as_ref()),
            missing,
            new,
            refused: difference.refused.as_deref().map(|reason| saying.refused(reason)),
            stood: stands.map(|(was, _)| saying.stands(&was.steps, was.ended.as_deref())),
            stands: stands.map(|(_, is)| saying.stands(&is.steps, is.ended.as_deref())),
        }
    }
}

impl Page for TestsPage {
    const TEMPLATE: &'static str = "admin/trials/tests.html";

    fn samples() -> Vec<Self> {
        let draft = sample_draft();
        let saying = Saying::of(&draft.xml, (&[], &[]), Lang::Fa);
        let of = |tested: &[Tested], refusal| Self::of(&draft, tested, &saying, refusal);
        let mut passing = sample_test();
        passing.differences = Vec::new();
        let mut unplayed = sample_test();
        unplayed.is_played = false;
        vec![
            of(&[], false),
            of(&[passing.clone()], false),
            of(&[passing, sample_test(), unplayed], true),
        ]
    }

    fn title(&self, lang: Lang) -> String {
        say1(lang, "trial-tests-title")
    }

    fn has_problems(&self) -> bool {
        self.refusal
    }
}

pub(super) fn sample_test() -> Tested {
    use domain::trials::{Command, Line, Outcome, Place, Turn};

    let place = |step: &str| Place { steps: vec![step.into()], ended: None };
    let difference = Difference {
        turn: 1,
        command: Some(Command::Supply),
        lines: vec![
            Said::Missing(Line::Stage { stage: "approved".into() }),
            Said::New(Line::Step { node: "close".into() }),
        ],
        refused: Some("missing".into()),
        stands: Some((place("review"), place("close"))),
    };
    Tested {
        id: uuid::Uuid::nil(),
        title: "تأیید بی‌نقص".into(),
        kept_by: Some("نسرین نمونه".into()),
        kept_at: DateTime::UNIX_EPOCH,
        turns: vec![Turn { command: None, outcome: Outcome::default() }],
        differences: vec![difference],
        is_played: true,
    }
}

pub(super) fn sample_draft() -> ProcessDraft {
    const PROCESS: &str =
        include_str!("../../../tenants/blueprints/fda/processes/cosmetics-import.bpmn");
    let read = bpmn::read(PROCESS, &|_| Ok(())).expect("the blueprint's process");
    ProcessDraft {
        id: domain::ProcessDraftId(uuid::Uuid::nil()),
        key: "cosmetics-import".into(),
        xml: PROCESS.into(),
        rev: 3,
        base: None,
        updated_by: None,
        updated_at: DateTime::UNIX_EPOCH,
        definition: Some(read.definition),
        problems: Vec::new(),
        missing: Vec::new(),
        services: vec!["cosmetics-import".into()],
    }
}
