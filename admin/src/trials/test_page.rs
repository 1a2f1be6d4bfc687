//! One test: what is done in it, what has to come of that, and what differs now.

use domain::process_drafts::ProcessDraft;
use domain::trials::Tested;
use locale::words::{Lang, say1};
use serde::Serialize;
use web::Page;

use super::said::{OutcomeView, Saying};
use super::tests_page::{TestView, sample_draft, sample_test};

#[derive(Serialize)]
pub(crate) struct TestPage {
    id: String,
    key: String,
    test: TestView,
    turns: Vec<TurnView>,
}

#[derive(Serialize)]
struct TurnView {
    what: String,
    outcome: OutcomeView,
}

impl TestPage {
    pub(super) fn of(draft: &ProcessDraft, tested: &Tested, saying: &Saying<'_>) -> Self {
        let turns = tested.turns.iter().map(|turn| TurnView {
            what: saying.command(turn.command.as_ref()),
            outcome: saying.outcome_of(&turn.outcome),
        });
        Self {
            id: draft.id.to_string(),
            key: draft.key.clone(),
            test: TestView::of(tested, saying),
            turns: turns.collect(),
        }
    }
}

impl Page for TestPage {
    const TEMPLATE: &'static str = "admin/trials/test.html";

    fn samples() -> Vec<Self> {
        let draft = sample_draft();
        let saying = Saying::of(&draft.xml, (&[], &[]), Lang::Fa);
        let mut passing = sample_test();
        passing.differences = Vec::new();
        vec![Self::of(&draft, &sample_test(), &saying), Self::of(&draft, &passing, &saying)]
    }

    fn title(&self, lang: Lang) -> String {
        say1(lang, "trial-test-title")
    }
}
