//! The two pages of signing in.

use chrono::{DateTime, Utc};
use locale::words::{Lang, say1};
use serde::Serialize;
use web::problems::Line;
use web::{Along, Page};

use super::flow::Flow;

/// Asks for the mobile number.
#[derive(Serialize)]
pub(crate) struct MobilePage {
    along: Along,
    /// Whether a form was on its way, so that the page says that it is kept.
    interrupted: bool,
    mobile: String,
    problems: Vec<Line>,
}

impl MobilePage {
    pub(super) fn new(along: Along, interrupted: bool) -> Self {
        Self { along, interrupted, mobile: String::new(), problems: Vec::new() }
    }

    pub(super) fn with(mut self, typed: &str, problem: String) -> Self {
        typed.clone_into(&mut self.mobile);
        self.problems.push(Line { key: "mobile".into(), text: problem });
        self
    }
}

impl Page for MobilePage {
    const TEMPLATE: &'static str = "portal/sign_in/mobile.html";

    fn samples() -> Vec<Self> {
        let along = || Along { next: "/requests".into(), kept: String::new() };
        let kept = Along { next: "/drafts/1".into(), kept: "c2VhbGVk".into() };
        let wrong = "شماره تلفن همراه درست نیست.".to_owned();
        vec![
            Self::new(along(), false),
            Self::new(along(), false).with("0912", wrong),
            Self::new(along(), true),
            Self::new(kept, true),
        ]
    }

    fn title(&self, lang: Lang) -> String {
        say1(lang, "portal-sign-in-title")
    }

    fn has_problems(&self) -> bool {
        !self.problems.is_empty()
    }
}

/// Asks for the code.
#[derive(Serialize)]
pub(crate) struct CodePage {
    along: Along,
    /// The sealed flow.
    flow: String,
    masked: String,
    again_at: DateTime<Utc>,
    sent_again: bool,
    code: String,
    problems: Vec<Line>,
}

impl CodePage {
    pub(super) fn new(flow: &Flow, sealed: String, along: Along) -> Self {
        Self {
            along,
            flow: sealed,
            masked: flow.masked(),
            again_at: flow.again_at,
            sent_again: false,
            code: String::new(),
            problems: Vec::new(),
        }
    }

    pub(super) fn sent_again(mut self) -> Self {
        self.sent_again = true;
        self
    }

    pub(super) fn with(mut self, typed: String, problem: String) -> Self {
        self.code = typed;
        self.problems.push(Line { key: "code".into(), text: problem });
        self
    }
}

impl Page for CodePage {
    const TEMPLATE: &'static str = "portal/sign_in/code.html";

    fn samples() -> Vec<Self> {
        let sample = || Self {
            along: Along { next: "/".into(), kept: String::new() },
            flow: "c2VhbGVk".into(),
            masked: "0912***6789".into(),
            again_at: DateTime::UNIX_EPOCH,
            sent_again: false,
            code: String::new(),
            problems: Vec::new(),
        };
        let wrong = "کد واردشده درست نیست.".to_owned();
        vec![sample(), sample().sent_again(), sample().with("123456".into(), wrong)]
    }

    fn title(&self, lang: Lang) -> String {
        say1(lang, "portal-code-title")
    }

    fn has_problems(&self) -> bool {
        !self.problems.is_empty()
    }
}
