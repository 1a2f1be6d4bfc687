//! The list of decisions.

use chrono::{DateTime, Utc};
use domain::decisions::Line;
use locale::words::{Lang, say1};
use serde::Serialize;
use web::Page;
use web::problems;

use crate::filled::{Filled, Input};

#[derive(Serialize)]
pub(crate) struct DecisionsPage {
    decisions: Vec<LineView>,
    name: Input,
    key: Input,
    problems: Vec<problems::Line>,
}

#[derive(Serialize)]
struct LineView {
    key: String,
    name: String,
    version: Option<i32>,
    published_at: Option<DateTime<Utc>>,
    edited_at: Option<DateTime<Utc>>,
}

impl DecisionsPage {
    pub(super) fn of(lines: &[Line], sent: &Filled) -> Self {
        let view = |line: &Line| LineView {
            key: line.key.clone(),
            name: line.name.clone(),
            version: line.version,
            published_at: line.published_at,
            edited_at: line.edited_at,
        };
        Self {
            decisions: lines.iter().map(view).collect(),
            name: sent.input("name"),
            key: sent.input("key"),
            problems: sent.lines(),
        }
    }
}

impl Page for DecisionsPage {
    const TEMPLATE: &'static str = "admin/decisions/list.html";

    fn samples() -> Vec<Self> {
        let at = Some(DateTime::UNIX_EPOCH);
        let line = |version: Option<i32>, edited_at| Line {
            key: "route".into(),
            name: "چه کسی رسیدگی می‌کند".into(),
            version,
            published_at: at.filter(|_| version.is_some()),
            edited_at,
        };
        let wrong = domain::Error::invalid("key", "decision-taken");
        let wrong = Filled::default().told(wrong, "key", Lang::Fa).unwrap_or_default();
        vec![
            Self::of(&[line(Some(2), None), line(None, at), line(Some(1), at)], &Filled::default()),
            Self::of(&[], &wrong),
        ]
    }

    fn title(&self, lang: Lang) -> String {
        say1(lang, "decisions-title")
    }

    fn has_problems(&self) -> bool {
        !self.problems.is_empty()
    }
}
