//! The page of a decision: its versions, and its draft.

use chrono::{DateTime, Utc};
use domain::decisions::Decision;
use locale::words::Lang;
use serde::Serialize;
use web::Page;

#[derive(Serialize)]
pub(crate) struct DecisionPage {
    key: String,
    name: String,
    versions: Vec<VersionView>,
    draft: Option<DraftView>,
}

#[derive(Serialize)]
struct VersionView {
    number: i32,
    at: DateTime<Utc>,
    by: Option<String>,
}

#[derive(Serialize)]
struct DraftView {
    rev: i32,
    at: DateTime<Utc>,
    by: Option<String>,
    flaws: usize,
}

impl DecisionPage {
    pub(super) fn of(decision: &Decision) -> Self {
        let published = decision.versions.first().map(|version| &version.name);
        let name = published.or(decision.draft.as_ref().map(|draft| &draft.name));
        let version = |version: &domain::decisions::Version| VersionView {
            number: version.number,
            at: version.published_at,
            by: version.published_by.clone(),
        };
        Self {
            key: decision.key.clone(),
            name: name.cloned().unwrap_or_default(),
            versions: decision.versions.iter().map(version).collect(),
            draft: decision.draft.as_ref().map(|draft| DraftView {
                rev: draft.rev,
                at: draft.edited_at,
                by: draft.edited_by.clone(),
                flaws: draft.flaws.len(),
            }),
        }
    }
}

impl Page for DecisionPage {
    const TEMPLATE: &'static str = "admin/decisions/decision.html";

    fn samples() -> Vec<Self> {
        let at = DateTime::UNIX_EPOCH;
        let version = |number| VersionView { number, at, by: Some("نرگس نمونه".into()) };
        let of = |versions, draft| Self {
            key: "route".into(),
            name: "چه کسی رسیدگی می‌کند".into(),
            versions,
            draft,
        };
        let draft = |flaws| Some(DraftView { rev: 3, at, by: None, flaws });
        vec![
            of(vec![version(2), version(1)], None),
            of(vec![version(1)], draft(2)),
            of(Vec::new(), draft(0)),
        ]
    }

    fn title(&self, _: Lang) -> String {
        self.name.clone()
    }
}
