//! The applicant's requests and what she has begun.

use chrono::{DateTime, Utc};
use domain::cases::CaseLine;
use domain::drafts::DraftLine;
use locale::words::{Lang, say1};
use serde::Serialize;
use web::Page;

use super::{StageView, stage};
use crate::paths;

#[derive(Serialize)]
pub(crate) struct ListPage {
    requests: Vec<RequestLine>,
    drafts: Vec<DraftView>,
}

#[derive(Serialize)]
struct RequestLine {
    path: String,
    service: String,
    code: String,
    number: Option<String>,
    stage: StageView,
    opened_at: DateTime<Utc>,
    promised_at: DateTime<Utc>,
    open: bool,
}

#[derive(Serialize)]
struct DraftView {
    path: String,
    service: String,
    updated_at: DateTime<Utc>,
}

impl ListPage {
    pub(crate) fn of(cases: &[CaseLine], drafts: &[DraftLine], lang: Lang) -> Self {
        let request = |case: &CaseLine| RequestLine {
            path: paths::request(case.id),
            service: case.service.sheet.title.say(lang).to_owned(),
            code: case.code.grouped(),
            number: case.number.clone(),
            stage: stage(&case.stage, lang),
            opened_at: case.opened_at,
            promised_at: case.promised_at,
            open: case.state == domain::cases::CaseState::Active,
        };
        let draft = |draft: &DraftLine| DraftView {
            path: paths::draft(draft.id),
            service: draft.service.sheet.title.say(lang).to_owned(),
            updated_at: draft.updated_at,
        };
        Self {
            requests: cases.iter().map(request).collect(),
            drafts: drafts.iter().map(draft).collect(),
        }
    }
}

impl Page for ListPage {
    const TEMPLATE: &'static str = "portal/requests/list.html";

    fn samples() -> Vec<Self> {
        let request = |key: &str, open| RequestLine {
            path: "/requests/1".into(),
            service: "مجوز ورود فرآوردهٔ آرایشی".into(),
            code: "1234 5678 9012 3456".into(),
            number: open_number(open),
            stage: stage(key, Lang::Fa),
            opened_at: DateTime::UNIX_EPOCH,
            promised_at: DateTime::UNIX_EPOCH,
            open,
        };
        let draft = DraftView {
            path: "/drafts/1".into(),
            service: "مجوز ورود فرآوردهٔ آرایشی".into(),
            updated_at: DateTime::UNIX_EPOCH,
        };
        vec![
            Self {
                requests: vec![request("in-review", true), request("closed", false)],
                drafts: vec![draft],
            },
            Self { requests: Vec::new(), drafts: Vec::new() },
        ]
    }

    fn title(&self, lang: Lang) -> String {
        say1(lang, "portal-requests-title")
    }
}

fn open_number(open: bool) -> Option<String> {
    open.then(|| "1405/12".to_owned())
}
