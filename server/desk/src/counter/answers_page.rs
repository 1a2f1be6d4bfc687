//! The answers of a draft at the counter: everything that is typed or chosen. Files come after.

use domain::DraftId;
use domain::drafts::Draft;
use forms::{FormView, Problems};
use locale::words::Lang;
use serde::Serialize;
use web::Page;
use web::filling::{has_files, sample_form, without_files};

use crate::paths;

#[derive(Serialize)]
pub(crate) struct AnswersPage {
    service: String,
    /// For whom it is filled in.
    name: String,
    /// Where the form is sent, and where a script saves it meanwhile.
    path: String,
    visitor: String,
    form: FormView,
    /// How many steps there are before registering.
    steps: usize,
    /// Whether one came to change an answer, and returns to the check.
    changing: bool,
}

impl AnswersPage {
    pub(crate) fn of(draft: &Draft, name: String, lang: Lang, problems: &Problems) -> Self {
        let form = &draft.service.form;
        Self {
            service: draft.service.sheet.title.say(lang).to_owned(),
            name,
            path: paths::counter_draft(draft.id),
            visitor: paths::counter_visitor(draft.id),
            form: without_files(form.view(lang, &draft.typed, problems)),
            steps: if has_files(form) { 4 } else { 3 },
            changing: false,
        }
    }

    pub(crate) fn changing(self, changing: bool) -> Self {
        Self { changing, ..self }
    }
}

impl Page for AnswersPage {
    const TEMPLATE: &'static str = "desk/counter/answers.html";

    fn samples() -> Vec<Self> {
        let form = sample_form();
        let nothing = forms::Typed::default();
        let problems = form.check(&nothing, &|_| 0).expect_err("all is missing");
        let id = DraftId(uuid::Uuid::nil());
        let sample = |problems: &Problems, changing| Self {
            service: "مجوز ورود فرآوردهٔ آرایشی".into(),
            name: "شرکت نمونه".into(),
            path: paths::counter_draft(id),
            visitor: paths::counter_visitor(id),
            form: without_files(form.view(Lang::Fa, &nothing, problems)),
            steps: 4,
            changing,
        };
        vec![sample(&Problems::default(), false), sample(&problems, true)]
    }

    fn title(&self, _: Lang) -> String {
        self.service.clone()
    }

    fn has_problems(&self) -> bool {
        !self.form.problems.is_empty()
    }
}
