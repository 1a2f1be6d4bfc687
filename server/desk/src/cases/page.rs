//! The page of a case: what is to be done first, then everything that is known.

use chrono::{DateTime, Utc};
use domain::cases::{CaseFile, Progress};
use forms::SummaryRow;
use locale::words::Lang;
use serde::Serialize;
use web::Page;
use web::progress::{ProgressView, Way};

use super::Filled;
use super::filled::Line;
use super::header::Header;
use super::history::{self, Entry};
use super::notices::{self, NoticeView};
use super::papers::{self, DecisionView, DocumentView, RequestView};
use super::reception::{self, ReceptionView};
use super::refer_form::ReferForm;
use super::steps::{self, StepLine, StepView};
use super::tree::{self, QuestionView, ReferralView};
use crate::paths;

/// How the page is looked at: in which language, when, and from which list.
pub(crate) struct Look {
    pub(super) lang: Lang,
    pub(super) now: DateTime<Utc>,
    pub(super) back: String,
}

impl Look {
    pub(crate) fn at(visit: &staff::Visit, back: &str) -> Self {
        Self { lang: visit.lang(), now: visit.now(), back: back.to_owned() }
    }

    pub(super) fn is_past(&self, due: Option<DateTime<Utc>>) -> bool {
        due.is_some_and(|due| due < self.now)
    }
}

#[derive(Serialize)]
pub(crate) struct CasePage {
    pub(super) path: String,
    /// The list to go back to.
    pub(super) back: String,
    /// What to do after this case, in the same list.
    pub(super) next: Option<String>,
    /// Whether a form is filled in again after its sender had to sign in.
    pub(super) returned: bool,
    pub(super) problems: Vec<Line>,
    pub(super) header: Header,
    pub(super) steps: Vec<StepView>,
    pub(super) questions: Vec<QuestionView>,
    pub(super) refer: Option<ReferForm>,
    pub(super) decision: Option<DecisionView>,
    pub(super) reception: Option<ReceptionView>,
    pub(super) answers: Vec<SummaryRow>,
    pub(super) documents: Vec<DocumentView>,
    pub(super) requests: Vec<RequestView>,
    pub(super) all_steps: Vec<StepLine>,
    pub(super) referrals: Vec<ReferralView>,
    pub(super) notices: Vec<NoticeView>,
    pub(super) history: Vec<Entry>,
    pub(super) progress: ProgressView,
}

impl CasePage {
    pub(crate) fn of(file: &CaseFile, look: &Look, filled: Option<&Filled>) -> Self {
        Self {
            path: paths::case_from(file.id, &look.back),
            back: look.back.clone(),
            next: paths::next_after(&look.back, file.id),
            returned: filled.is_some_and(Filled::is_returned),
            problems: filled.map(|filled| filled.lines(look.lang)).unwrap_or_default(),
            header: Header::of(file, look),
            steps: steps::mine(file, look, filled),
            questions: tree::questions(file, look, filled),
            refer: ReferForm::of(file, look, filled),
            decision: papers::decision(file, look.lang),
            reception: reception::reception(file, look.lang),
            answers: file.service.form.summary(look.lang, &file.answers),
            documents: papers::documents(file, look.lang),
            requests: papers::requests(file, look),
            all_steps: steps::all(file, look),
            referrals: tree::tree(file, look),
            notices: notices::notices(file, look.lang),
            history: history::entries(file, look.lang),
            progress: progress(&file.progress, look.lang),
        }
    }
}

fn progress(progress: &Progress, lang: Lang) -> ProgressView {
    let Progress { definition, xml, done, now } = progress;
    Way { definition, xml, done, now }.view(lang)
}

impl Page for CasePage {
    const TEMPLATE: &'static str = "desk/cases/case.html";

    fn samples() -> Vec<Self> {
        super::samples::pages()
    }

    fn title(&self, _: Lang) -> String {
        self.header.service.clone()
    }

    fn has_problems(&self) -> bool {
        !self.problems.is_empty()
    }
}
