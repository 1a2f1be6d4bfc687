//! How far a migration has come.

use bpmn::Definition;
use chrono::{DateTime, Utc};
use domain::migrations::{Migration, Misfitting};
use locale::words::{Lang, say1};
use serde::Serialize;
use uuid::Uuid;
use web::Page;

use crate::incidents::step_name;
use crate::paths;

#[derive(Serialize)]
pub(crate) struct MigrationPage {
    path: String,
    key: String,
    from: i32,
    to: i32,
    started_at: DateTime<Utc>,
    by: Option<String>,
    stopped_at: Option<DateTime<Utc>>,
    waiting: i64,
    moved: i64,
    misfit: i64,
    left: i64,
    misfits: Vec<MisfitView>,
}

#[derive(Serialize)]
struct MisfitView {
    code: String,
    step: String,
    why: String,
}

impl MigrationPage {
    pub(super) fn of(
        migration: &Migration,
        (misfits, old): (&[Misfitting], &Definition),
        lang: Lang,
    ) -> Self {
        let progress = migration.progress;
        let misfit = |it: &Misfitting| MisfitView {
            code: it.code.clone(),
            step: step_name(old, &it.node, lang),
            why: say1(lang, &format!("migrations-why-{}", it.why)),
        };
        Self {
            path: paths::migration(migration.id),
            key: migration.from.key.clone(),
            from: migration.from.version,
            to: migration.to.version,
            started_at: migration.started_at,
            by: migration.by.clone(),
            stopped_at: migration.stopped_at,
            waiting: progress.waiting,
            moved: progress.moved,
            misfit: progress.misfit,
            left: progress.left,
            misfits: misfits.iter().map(misfit).collect(),
        }
    }
}

impl Page for MigrationPage {
    const TEMPLATE: &'static str = "admin/migrations/migration.html";

    fn samples() -> Vec<Self> {
        let page = |waiting, stopped: bool| Self {
            path: paths::migration(domain::MigrationId(Uuid::nil())),
            key: "import".into(),
            from: 1,
            to: 2,
            started_at: DateTime::UNIX_EPOCH,
            by: Some("نرگس نمونه".into()),
            stopped_at: stopped.then_some(DateTime::UNIX_EPOCH),
            waiting,
            moved: 3,
            misfit: 1,
            left: i64::from(stopped),
            misfits: vec![MisfitView {
                code: "14050903000012".into(),
                step: "بررسی".into(),
                why: "جایی برای آن تعیین نشده است".into(),
            }],
        };
        vec![page(2, false), page(0, true), page(0, false)]
    }

    fn title(&self, lang: Lang) -> String {
        say1(lang, "migrations-one-title")
    }
}
