//! The form that adds a member.

use locale::words::{Lang, say1};
use serde::Serialize;
use web::{Page, problems::Line};

use crate::filled::{Filled, Input};
use crate::paths;

#[derive(Serialize)]
pub(crate) struct NewMemberPage {
    path: &'static str,
    name: Input,
    username: Input,
    problems: Vec<Line>,
}

impl NewMemberPage {
    pub(super) fn of(filled: &Filled) -> Self {
        Self {
            path: paths::NEW_MEMBER,
            name: filled.input("name"),
            username: filled.input("username"),
            problems: filled.lines(),
        }
    }
}

impl Page for NewMemberPage {
    const TEMPLATE: &'static str = "admin/members/new.html";

    fn samples() -> Vec<Self> {
        let error = domain::Error::invalid("username", "username-taken");
        let wrong = Filled::default().told(error, "name", Lang::Fa).unwrap_or_default();
        vec![Self::of(&Filled::default()), Self::of(&wrong)]
    }

    fn title(&self, lang: Lang) -> String {
        say1(lang, "admin-member-new")
    }

    fn has_problems(&self) -> bool {
        !self.problems.is_empty()
    }
}
