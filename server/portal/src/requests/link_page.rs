//! The form that asks for the code of a receipt and a second fact.

use locale::words::{Lang, say1};
use serde::Serialize;
use web::Page;
use web::problems::Line;

#[derive(Default, Serialize)]
pub(crate) struct LinkPage {
    /// As it was typed.
    code: String,
    problems: Vec<Line>,
}

impl LinkPage {
    pub(crate) fn unknown(code: &str, lang: Lang) -> Self {
        let text = say1(lang, "portal-link-unknown");
        Self { code: code.to_owned(), problems: vec![Line { key: "code".into(), text }] }
    }
}

impl Page for LinkPage {
    const TEMPLATE: &'static str = "portal/requests/link.html";

    fn samples() -> Vec<Self> {
        vec![Self::default(), Self::unknown("1234", Lang::Fa)]
    }

    fn title(&self, lang: Lang) -> String {
        say1(lang, "portal-link-title")
    }

    fn has_problems(&self) -> bool {
        !self.problems.is_empty()
    }
}
