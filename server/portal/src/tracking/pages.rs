//! The form that asks for a code, and what it finds: nothing that says who the applicant is.

use chrono::{DateTime, Utc};
use domain::cases::{CaseState, Tracked};
use locale::words::{Lang, say1};
use serde::Serialize;
use web::Page;
use web::problems::Line;
use web::progress::ProgressView;

use crate::requests::{Entry, OfficeView, StageView, entries, progress, stage};

#[derive(Default, Serialize)]
pub(crate) struct TrackingPage {
    /// As it was typed.
    code: String,
    problems: Vec<Line>,
}

impl TrackingPage {
    pub(crate) fn unknown(code: &str, lang: Lang) -> Self {
        let problem = say1(lang, "portal-tracking-unknown");
        Self { code: code.to_owned(), problems: vec![Line { key: "code".into(), text: problem }] }
    }
}

impl Page for TrackingPage {
    const TEMPLATE: &'static str = "portal/tracking/form.html";

    fn samples() -> Vec<Self> {
        vec![Self::default(), Self::unknown("1234", Lang::Fa)]
    }

    fn title(&self, lang: Lang) -> String {
        say1(lang, "portal-tracking-title")
    }

    fn has_problems(&self) -> bool {
        !self.problems.is_empty()
    }
}

#[derive(Serialize)]
pub(crate) struct FoundPage {
    service: String,
    code: String,
    number: Option<String>,
    stage: StageView,
    open: bool,
    opened_at: DateTime<Utc>,
    promised_at: DateTime<Utc>,
    closed_at: Option<DateTime<Utc>>,
    office: Option<OfficeView>,
    timeline: Vec<Entry>,
    progress: Option<ProgressView>,
}

impl FoundPage {
    pub(crate) fn of(tracked: &Tracked, lang: Lang) -> Self {
        let status = &tracked.status;
        Self {
            service: tracked.service.sheet.title.say(lang).to_owned(),
            code: status.code.grouped(),
            number: status.number.clone(),
            stage: stage(&status.stage, lang),
            open: status.state == CaseState::Active,
            opened_at: status.opened_at,
            promised_at: status.promised_at,
            closed_at: status.closed_at,
            office: status.office.as_ref().map(|office| OfficeView::of(office, lang)),
            timeline: entries(&tracked.timeline, lang),
            progress: tracked.progress.as_ref().map(|it| progress(it, lang)),
        }
    }
}

impl Page for FoundPage {
    const TEMPLATE: &'static str = "portal/tracking/found.html";

    fn samples() -> Vec<Self> {
        let sample = |key: &str, open: bool| Self {
            service: "مجوز ورود فرآوردهٔ آرایشی".into(),
            code: "1234 5678 9012 3456".into(),
            number: open.then(|| "1405/12".into()),
            stage: stage(key, Lang::Fa),
            open,
            opened_at: DateTime::UNIX_EPOCH,
            promised_at: DateTime::UNIX_EPOCH,
            closed_at: (!open).then_some(DateTime::UNIX_EPOCH),
            office: open.then(|| OfficeView {
                unit: "ادارهٔ آرایشی".into(),
                position: "کارشناس واردات".into(),
                phone: None,
            }),
            timeline: Entry::sample(),
            progress: open.then(ProgressView::sample),
        };
        vec![sample("in-review", true), sample("rejected", false)]
    }

    fn title(&self, lang: Lang) -> String {
        say1(lang, "portal-found-title")
    }
}
