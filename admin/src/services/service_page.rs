//! The page of one service.

use chrono::{DateTime, Utc};
use domain::catalogue::{Entry, Service, VersionLine};
use domain::processes::ProcessLine;
use domain::revisions::Revision;
use forms::OptionView;
use locale::words::{Lang, say, say1};
use serde::Serialize;
use web::{Page, Problem};

use super::changes_view::ChangesView;

#[derive(Serialize)]
pub(crate) struct ServicePage {
    key: String,
    title: String,
    open: bool,
    /// The process that runs now.
    process: String,
    versions: Vec<VersionView>,
    draft: Option<DraftView>,
    #[serde(skip)]
    lang: Lang,
}

#[derive(Serialize)]
struct VersionView {
    number: i32,
    published_at: DateTime<Utc>,
    published_by: Option<String>,
    current: bool,
}

#[derive(Serialize)]
struct DraftView {
    rev: i32,
    edited_at: DateTime<Utc>,
    edited_by: Option<String>,
    changes: ChangesView,
    processes: Vec<OptionView>,
}

impl ServicePage {
    pub(super) fn of(entry: &Entry, service: &Service, lang: Lang) -> Self {
        Self {
            key: entry.key.clone(),
            title: service.sheet.title.say(lang).to_owned(),
            open: entry.open,
            process: service.process.to_string(),
            versions: Vec::new(),
            draft: None,
            lang,
        }
    }

    pub(super) fn versions(self, lines: &[VersionLine]) -> Self {
        let view = |(no, line): (usize, &VersionLine)| VersionView {
            number: line.number,
            published_at: line.published_at,
            published_by: line.published_by.clone(),
            current: no == 0,
        };
        Self { versions: lines.iter().enumerate().map(view).collect(), ..self }
    }

    pub(super) fn draft(
        self,
        published: &Service,
        revision: &Revision,
        processes: &[ProcessLine],
    ) -> Result<Self, Problem> {
        let lang = self.lang;
        let option = |line: &ProcessLine| OptionView {
            value: line.id.to_string(),
            label: say(
                lang,
                "services-process-version",
                &[("key", line.key.as_str().into()), ("version", line.version.into())],
            ),
            selected: line.id == revision.process,
        };
        let draft = DraftView {
            rev: revision.rev,
            edited_at: revision.edited_at,
            edited_by: revision.edited_by.clone(),
            changes: ChangesView::of(published, revision, lang)?,
            processes: processes.iter().map(option).collect(),
        };
        Ok(Self { draft: Some(draft), ..self })
    }
}

impl Page for ServicePage {
    const TEMPLATE: &'static str = "admin/services/service.html";

    fn samples() -> Vec<Self> {
        let version = |number, by: Option<&str>| VersionView {
            number,
            published_at: DateTime::UNIX_EPOCH,
            published_by: by.map(Into::into),
            current: number == 2,
        };
        let page = |open, draft| Self {
            key: "cosmetics-import".into(),
            title: "مجوز ورود فرآوردهٔ آرایشی".into(),
            open,
            process: uuid::Uuid::nil().to_string(),
            versions: vec![version(2, Some("نسرین نمونه")), version(1, None)],
            draft,
            lang: Lang::Fa,
        };
        let draft = |changes| DraftView {
            rev: 3,
            edited_at: DateTime::UNIX_EPOCH,
            edited_by: Some("نسرین نمونه".into()),
            changes,
            processes: vec![OptionView {
                value: "1".into(),
                label: "نسخهٔ ۱".into(),
                selected: true,
            }],
        };
        vec![
            page(true, None),
            page(false, Some(draft(ChangesView::sample()))),
            page(true, Some(draft(ChangesView::default()))),
        ]
    }

    fn title(&self, _: Lang) -> String {
        self.title.clone()
    }
}

/// What a version is called.
pub(super) fn version_title(number: i32, lang: Lang) -> String {
    say(lang, "services-version-title", &[("number", number.into())])
}

/// The title of what is not published yet.
pub(super) fn preview_title(lang: Lang) -> String {
    say1(lang, "services-preview-title")
}
