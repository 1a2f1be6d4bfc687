//! The answers of a draft: everything that is typed or chosen. Files come after.

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
    /// Where the form is sent, and where a script saves it meanwhile.
    path: String,
    form: FormView,
    /// How many steps there are before handing in.
    steps: usize,
    /// Whether one came to change an answer, and returns to the check.
    changing: bool,
}

impl AnswersPage {
    pub(crate) fn of(draft: &Draft, lang: Lang, problems: &Problems, changing: bool) -> Self {
        let form = &draft.service.form;
        Self {
            service: draft.service.sheet.title.say(lang).to_owned(),
            path: paths::draft(draft.id),
            form: without_files(form.view(lang, &draft.typed, problems)),
            steps: if has_files(form) { 3 } else { 2 },
            changing,
        }
    }
}

impl Page for AnswersPage {
    const TEMPLATE: &'static str = "portal/drafts/answers.html";

    fn samples() -> Vec<Self> {
        let form = sample_form();
        let problems = form.check(&forms::Typed::default(), &|_| 0).expect_err("all is missing");
        let sample = |problems: &Problems, changing| Self {
            service: "مجوز ورود فرآوردهٔ آرایشی".into(),
            path: paths::draft(DraftId(uuid::Uuid::nil())),
            form: without_files(form.view(Lang::Fa, &forms::Typed::default(), problems)),
            steps: 3,
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
