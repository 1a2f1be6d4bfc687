//! Which versions cases run by, and the latest migrations.

use chrono::{DateTime, Utc};
use domain::migrations::{Migration, Versions};
use locale::words::{Lang, say1};
use serde::Serialize;
use uuid::Uuid;
use web::Page;

use crate::paths;

#[derive(Serialize)]
pub(crate) struct MigrationsPage {
    /// Versions by which cases run, each with the newer or older ones of its process.
    sources: Vec<SourceView>,
    latest: Vec<MigrationView>,
}

#[derive(Serialize)]
struct SourceView {
    key: String,
    number: i32,
    running: i64,
    goals: Vec<GoalView>,
}

#[derive(Serialize)]
struct GoalView {
    number: i32,
    link: String,
}

#[derive(Serialize)]
struct MigrationView {
    link: String,
    key: String,
    from: i32,
    to: i32,
    started_at: DateTime<Utc>,
    moved: i64,
    waiting: i64,
    stopped: bool,
}

impl MigrationsPage {
    pub(super) fn of(versions: &[Versions], latest: &[Migration]) -> Self {
        let running = versions.iter().filter(|it| it.running > 0);
        Self {
            sources: running.map(|it| SourceView::of(it, versions)).collect(),
            latest: latest.iter().map(MigrationView::of).collect(),
        }
    }
}

impl SourceView {
    fn of(source: &Versions, all: &[Versions]) -> Self {
        let line = &source.line;
        let others = all.iter().filter(|it| it.line.key == line.key && it.line.id != line.id);
        let goal = |it: &Versions| GoalView {
            number: it.line.version,
            link: paths::migration_plan(line.id, it.line.id),
        };
        Self {
            key: line.key.clone(),
            number: line.version,
            running: source.running,
            goals: others.map(goal).collect(),
        }
    }
}

impl MigrationView {
    fn of(migration: &Migration) -> Self {
        Self {
            link: paths::migration(migration.id),
            key: migration.from.key.clone(),
            from: migration.from.version,
            to: migration.to.version,
            started_at: migration.started_at,
            moved: migration.progress.moved,
            waiting: migration.progress.waiting,
            stopped: migration.stopped_at.is_some(),
        }
    }
}

impl Page for MigrationsPage {
    const TEMPLATE: &'static str = "admin/migrations/list.html";

    fn samples() -> Vec<Self> {
        let goal = || GoalView { number: 2, link: "/migrations/plan?from=a&to=b".into() };
        let source = |goals| SourceView { key: "import".into(), number: 1, running: 3, goals };
        let latest = |stopped| MigrationView {
            link: paths::migration(domain::MigrationId(Uuid::nil())),
            key: "import".into(),
            from: 1,
            to: 2,
            started_at: DateTime::UNIX_EPOCH,
            moved: 2,
            waiting: 1,
            stopped,
        };
        vec![
            Self {
                sources: vec![source(vec![goal()]), source(Vec::new())],
                latest: vec![latest(false), latest(true)],
            },
            Self { sources: Vec::new(), latest: Vec::new() },
        ]
    }

    fn title(&self, lang: Lang) -> String {
        say1(lang, "migrations-title")
    }
}
