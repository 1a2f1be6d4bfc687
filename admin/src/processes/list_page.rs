//! The list of processes.

use chrono::{DateTime, Utc};
use domain::process_drafts::Line;
use domain::processes::ProcessLine;
use locale::words::{Lang, say1};
use serde::Serialize;
use web::Page;

#[derive(Serialize)]
pub(crate) struct ListPage {
    processes: Vec<ProcessView>,
    /// New processes that are being written.
    new: Vec<DraftView>,
}

/// A draft, and when it was saved last.
#[derive(Clone, Serialize)]
struct DraftView {
    id: String,
    key: String,
    updated_at: DateTime<Utc>,
    updated_by: Option<String>,
}

impl DraftView {
    fn of(line: &Line) -> Self {
        let Line { id, key, updated_at, updated_by } = line.clone();
        Self { id: id.to_string(), key, updated_at, updated_by }
    }
}

/// A process with its versions, the newest first.
#[derive(Serialize)]
struct ProcessView {
    key: String,
    versions: Vec<VersionView>,
    draft: Option<DraftView>,
}

#[derive(Serialize)]
pub(super) struct VersionView {
    pub(super) id: String,
    pub(super) number: i32,
    pub(super) published_at: Option<DateTime<Utc>>,
    /// Whether it is the one shown.
    pub(super) here: bool,
}

impl ListPage {
    pub(super) fn of(lines: &[ProcessLine], drafts: &[Line]) -> Self {
        let mut processes: Vec<ProcessView> = Vec::new();
        for line in lines {
            if processes.last().is_none_or(|last| last.key != line.key) {
                let draft = drafts.iter().find(|draft| draft.key == line.key).map(DraftView::of);
                processes.push(ProcessView { key: line.key.clone(), versions: Vec::new(), draft });
            }
            let view = VersionView::of(line);
            if let Some(last) = processes.last_mut() {
                last.versions.push(view);
            }
        }
        let is_new = |draft: &&Line| processes.iter().all(|process| process.key != draft.key);
        let new = drafts.iter().filter(is_new).map(DraftView::of).collect();
        Self { processes, new }
    }
}

impl VersionView {
    pub(super) fn of(line: &ProcessLine) -> Self {
        let (id, published_at) = (line.id.to_string(), line.published_at);
        Self { id, number: line.version, published_at, here: false }
    }
}

impl Page for ListPage {
    const TEMPLATE: &'static str = "admin/processes/list.html";

    fn samples() -> Vec<Self> {
        let version = |number| VersionView {
            id: uuid::Uuid::nil().to_string(),
            number,
            published_at: Some(DateTime::UNIX_EPOCH),
            here: false,
        };
        let draft = |key: &str| DraftView {
            id: uuid::Uuid::nil().to_string(),
            key: key.to_owned(),
            updated_at: DateTime::UNIX_EPOCH,
            updated_by: Some("نسرین نمونه".into()),
        };
        let process = |key: &str, draft| ProcessView {
            key: key.to_owned(),
            versions: vec![version(2), version(1)],
            draft,
        };
        let (drafted, other) = ("cosmetics-import", "complaint");
        let processes = vec![process(drafted, Some(draft(drafted))), process(other, None)];
        let none = Self { processes: Vec::new(), new: Vec::new() };
        vec![Self { processes, new: vec![draft("permit")] }, none]
    }

    fn title(&self, lang: Lang) -> String {
        say1(lang, "processes-title")
    }
}
