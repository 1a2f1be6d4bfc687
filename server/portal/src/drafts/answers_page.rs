//! The answers of a draft: everything that is typed or chosen. Files come after.

use domain::DraftId;
use domain::drafts::Draft;
use forms::{FormView, ItemView, Problems};
use locale::words::Lang;
use serde::Serialize;
use web::Page;

use super::documents_page::has_files;
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

/// The form without its file fields, and without headings under which nothing else stands.
fn without_files(mut view: FormView) -> FormView {
    let files = |key: &str, items: &[ItemView]| {
        let is = |item: &ItemView| matches!(item, ItemView::Field(f) if f.key == key && f.kind == "file");
        items.iter().any(is)
    };
    let items = view.items.clone();
    view.problems.retain(|problem| !files(&problem.key, &items));
    view.items = Vec::new();
    let mut heading = None;
    for item in items {
        match item {
            ItemView::Field(field) if field.kind == "file" => heading = None,
            ItemView::Heading { .. } => heading = Some(item),
            other => {
                view.items.extend(heading.take());
                view.items.push(other);
            }
        }
    }
    view
}

impl Page for AnswersPage {
    const TEMPLATE: &'static str = "portal/drafts/answers.html";

    fn samples() -> Vec<Self> {
        let form = super::documents_page::sample_form();
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
