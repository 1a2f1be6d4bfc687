//! The list of processes.

use chrono::{DateTime, Utc};
use domain::processes::ProcessLine;
use locale::words::{Lang, say1};
use serde::Serialize;
use web::Page;

#[derive(Serialize)]
pub(crate) struct ListPage {
    processes: Vec<ProcessView>,
}

/// A process with its versions, the newest first.
#[derive(Serialize)]
struct ProcessView {
    key: String,
    versions: Vec<VersionView>,
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
    pub(super) fn of(lines: &[ProcessLine]) -> Self {
        let mut processes: Vec<ProcessView> = Vec::new();
        for line in lines {
            if processes.last().is_none_or(|last| last.key != line.key) {
                processes.push(ProcessView { key: line.key.clone(), versions: Vec::new() });
            }
            let view = VersionView::of(line);
            if let Some(last) = processes.last_mut() {
                last.versions.push(view);
            }
        }
        Self { processes }
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
        let process =
            ProcessView { key: "cosmetics-import".into(), versions: vec![version(2), version(1)] };
        vec![Self { processes: vec![process] }, Self { processes: Vec::new() }]
    }

    fn title(&self, lang: Lang) -> String {
        say1(lang, "processes-title")
    }
}
