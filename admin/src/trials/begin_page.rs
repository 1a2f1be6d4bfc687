//! What a trial begins with.

use domain::process_drafts::ProcessDraft;
use domain::trials::Choices;
use forms::{FormView, ProblemView, Problems};
use locale::words::{Lang, say1};
use serde::Serialize;
use web::Page;

/// What was asked for and could not be begun.
#[derive(Default)]
pub(super) struct Asked {
    /// The service whose form is shown; the first where none is named.
    pub(super) service: Option<String>,
    pub(super) pairs: Vec<(String, String)>,
    pub(super) problems: Problems,
}

#[derive(Serialize)]
pub(crate) struct BeginPage {
    id: String,
    key: String,
    /// Whether the draft can run at all.
    runs: bool,
    services: Vec<ServiceView>,
    /// What the process reads of the chosen service's form.
    form: Option<FormView>,
    problems: Vec<ProblemView>,
    vars_problem: Option<String>,
}

/// A service that runs through the process.
#[derive(Serialize)]
struct ServiceView {
    key: String,
    title: String,
    /// Whether it is its form that is shown.
    here: bool,
}

impl BeginPage {
    pub(super) fn of(draft: &ProcessDraft, choices: &Choices, asked: &Asked, lang: Lang) -> Self {
        let services = &choices.services;
        let named = services.iter().find(|(key, ..)| asked.service.as_ref() == Some(key));
        let chosen = named.or(services.first());
        let form = chosen.map(|(_, _, form)| {
            form.view(lang, &form.take(asked.pairs.iter().cloned()), &asked.problems)
        });
        let here = chosen.map(|(key, ..)| key);
        let view = |(key, title, _): &(String, tenants::Text, forms::Form)| ServiceView {
            key: key.clone(),
            title: title.say(lang).to_owned(),
            here: here == Some(key),
        };
        let mut problems = form.as_ref().map(|form| form.problems.clone()).unwrap_or_default();
        let vars_problem = asked.problems.text(lang, "_vars");
        problems.extend(vars_problem.as_deref().map(|text| of_vars(text, lang)));
        Self {
            id: draft.id.to_string(),
            key: draft.key.clone(),
            runs: draft.definition.is_some(),
            services: services.iter().map(view).collect(),
            form,
            problems,
            vars_problem,
        }
    }
}

fn of_vars(text: &str, lang: Lang) -> ProblemView {
    let (key, label) = ("_vars".to_owned(), say1(lang, "trial-vars"));
    ProblemView { input: key.clone(), key, label, text: text.to_owned() }
}

impl Page for BeginPage {
    const TEMPLATE: &'static str = "admin/trials/begin.html";

    fn samples() -> Vec<Self> {
        let form = serde_json::json!({"type": "default", "schemaVersion": 19, "id": "sample",
            "components": [
                {"type": "checkbox", "key": "urgent", "label": "فوری است"},
                {"type": "number", "key": "amount", "label": "مبلغ"},
        ]});
        let form = forms::Form::parse(&form).expect("the sample is a form");
        let title = |fa: &str| tenants::Text { fa: fa.to_owned(), en: None };
        let services = vec![
            ("import".to_owned(), title("مجوز ورود"), form.clone()),
            ("export".to_owned(), title("مجوز صدور"), form),
        ];
        let (some, none) = (Choices { services }, Choices { services: Vec::new() });
        let sound = super::tests_page::sample_draft();
        let mut broken = super::tests_page::sample_draft();
        broken.definition = None;
        let wrong = |key: &str, flaw| Asked {
            service: Some("import".to_owned()),
            problems: Problems::one(key, flaw),
            ..Asked::default()
        };
        let of = |draft, choices, asked: &Asked| Self::of(draft, choices, asked, Lang::Fa);
        vec![
            of(&sound, &some, &Asked::default()),
            of(&sound, &some, &wrong("amount", forms::Flaw::new("required"))),
            of(&sound, &none, &wrong("_vars", super::typed::not_a_value("urgent"))),
            of(&broken, &none, &Asked::default()),
        ]
    }

    fn title(&self, lang: Lang) -> String {
        say1(lang, "trial-title")
    }

    fn has_problems(&self) -> bool {
        !self.problems.is_empty()
    }
}
