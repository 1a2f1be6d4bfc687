//! The page on which a clerk notes who asks and how that was checked.

use domain::DraftId;
use domain::catalogue::Service;
use domain::counter;
use domain::drafts::Draft;
use forms::{FormView, Problems, Typed};
use locale::words::{Lang, say1};
use serde::Serialize;
use web::Page;

use crate::paths;

#[derive(Serialize)]
pub(crate) struct VisitorPage {
    service: String,
    /// Where the form is sent.
    path: String,
    back: String,
    /// The id of the draft that begins with this page; none where there is one.
    command: Option<DraftId>,
    form: FormView,
    #[serde(skip)]
    lang: Lang,
}

impl VisitorPage {
    /// Somebody comes.
    pub(crate) fn new(service: &Service, draft: DraftId, lang: Lang) -> Self {
        Self {
            service: service.sheet.title.say(lang).to_owned(),
            path: paths::counter_service(&service.key),
            back: paths::COUNTER.to_owned(),
            command: Some(draft),
            form: blank(lang),
            lang,
        }
    }

    /// What was noted is looked at again.
    pub(crate) fn of(draft: &Draft, lang: Lang) -> Self {
        Self {
            service: draft.service.sheet.title.say(lang).to_owned(),
            path: paths::counter_visitor(draft.id),
            back: paths::counter_draft(draft.id),
            command: None,
            form: blank(lang),
            lang,
        }
    }

    pub(crate) fn filled(self, typed: &Typed, problems: &Problems) -> Self {
        Self { form: counter::form().view(self.lang, typed, problems), ..self }
    }
}

fn blank(lang: Lang) -> FormView {
    counter::form().view(lang, &Typed::default(), &Problems::default())
}

impl Page for VisitorPage {
    const TEMPLATE: &'static str = "desk/counter/visitor.html";

    fn samples() -> Vec<Self> {
        let sample = |command: bool| Self {
            service: "مجوز ورود فرآوردهٔ آرایشی".into(),
            path: "/counter/services/cosmetics-import".into(),
            back: paths::COUNTER.into(),
            command: command.then_some(DraftId(uuid::Uuid::nil())),
            form: blank(Lang::Fa),
            lang: Lang::Fa,
        };
        let problems = counter::form().check(&Typed::default(), &|_| 0);
        let problems = problems.expect_err("all is missing");
        vec![sample(true), sample(false).filled(&Typed::default(), &problems)]
    }

    fn title(&self, lang: Lang) -> String {
        say1(lang, "counter-visitor-title")
    }

    fn has_problems(&self) -> bool {
        !self.form.problems.is_empty()
    }
}
