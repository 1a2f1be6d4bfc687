//! The page of signing in.

use locale::words::{Lang, say1};
use serde::Serialize;
use web::{Along, Page, problems::Line};

/// Asks for user name, password and second factor at once, so that an answer says nothing of which
/// was wrong.
#[derive(Serialize)]
pub(crate) struct SignInPage {
    along: Along,
    /// Whether a form was on its way, so that the page says that it is kept.
    interrupted: bool,
    username: String,
    problems: Vec<Line>,
}

impl SignInPage {
    pub(super) fn new(along: Along) -> Self {
        let interrupted = !along.kept.is_empty();
        Self { along, interrupted, username: String::new(), problems: Vec::new() }
    }

    pub(super) fn interrupted(along: Along) -> Self {
        Self { interrupted: true, ..Self::new(along) }
    }

    pub(super) fn with(mut self, username: &str, problem: String) -> Self {
        username.clone_into(&mut self.username);
        self.problems.push(Line { key: "username".into(), text: problem });
        self
    }
}

impl Page for SignInPage {
    const TEMPLATE: &'static str = "staff/sign_in/sign_in.html";

    fn samples() -> Vec<Self> {
        let along = || Along { next: "/".into(), kept: String::new() };
        let kept = Along { next: "/cases/1".into(), kept: "c2VhbGVk".into() };
        let wrong = "نام کاربری، گذرواژه یا کد تأیید درست نیست.".to_owned();
        vec![
            Self::new(along()),
            Self::new(along()).with("n.sepidar", wrong),
            Self::interrupted(along()),
            Self::new(kept),
        ]
    }

    fn title(&self, lang: Lang) -> String {
        say1(lang, "staff-sign-in-title")
    }

    fn has_problems(&self) -> bool {
        !self.problems.is_empty()
    }
}
