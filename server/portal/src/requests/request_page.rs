//! One request as its applicant sees it: where it stands, what is to be done, the answer, and
//! everything that happened.

use chrono::{DateTime, Utc};
use domain::cases::{CaseState, Followed, Moment, MomentKind};
use locale::words::Lang;
use serde::Serialize;
use web::Page;
use web::filling::{FileLine, Row, rows};
use web::problems::Line;
use web::progress::ProgressView;

use super::asked_view::AskedView;
use super::progress::progress;
use super::{Entry, StageView, entries, stage};
use crate::drafts::file_line;
use crate::paths;

#[derive(Serialize)]
pub(crate) struct RequestPage {
    path: String,
    service: String,
    code: String,
    number: Option<String>,
    stage: StageView,
    open: bool,
    /// Whether the agency's clock stands still until the applicant acts.
    paused: bool,
    opened_at: DateTime<Utc>,
    promised_at: DateTime<Utc>,
    closed_at: Option<DateTime<Utc>>,
    office: Option<OfficeView>,
    asked: Option<AskedView>,
    decision: Option<DecisionView>,
    answers: Vec<Row>,
    documents: Vec<FileLine>,
    timeline: Vec<Entry>,
    progress: Option<ProgressView>,
    may_withdraw: bool,
    problems: Vec<Line>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct OfficeView {
    pub(crate) unit: String,
    pub(crate) position: String,
    pub(crate) phone: Option<String>,
}

impl OfficeView {
    pub(crate) fn of(office: &domain::cases::Office, lang: Lang) -> Self {
        Self {
            unit: office.unit.say(lang).to_owned(),
            position: office.position.say(lang).to_owned(),
            phone: office.phone.clone(),
        }
    }
}

#[derive(Serialize)]
struct DecisionView {
    /// The stage that the decision led to: approved, rejected.
    result: Option<StageView>,
    reason: Option<String>,
    text: String,
    advice: Option<String>,
    decided_at: DateTime<Utc>,
}

impl RequestPage {
    pub(crate) fn of(case: &Followed, lang: Lang, problems: Vec<Line>) -> Self {
        let form = &case.service.form;
        Self {
            path: paths::request(case.id),
            service: case.service.sheet.title.say(lang).to_owned(),
            code: case.code.grouped(),
            number: case.number.clone(),
            stage: stage(&case.stage, lang),
            open: case.state == CaseState::Active,
            paused: case.state == CaseState::Active && stands_still(&case.timeline),
            opened_at: case.opened_at,
            promised_at: case.promised_at,
            closed_at: case.closed_at,
            office: case.office.as_ref().map(|office| OfficeView::of(office, lang)),
            asked: case
                .asked
                .as_ref()
                .map(|asked| AskedView::of(asked, &case.service, lang, &problems)),
            decision: decision(case, lang),
            answers: rows(form, &case.answers, lang, &|_| None),
            documents: case.documents.iter().map(file_line).collect(),
            timeline: entries(&case.timeline, lang),
            progress: case.progress.as_ref().map(|it| progress(it, lang)),
            may_withdraw: case.may_withdraw,
            problems,
        }
    }
}

fn stands_still(timeline: &[Moment]) -> bool {
    let turned = timeline.iter().rev().find_map(|moment| match moment.what {
        MomentKind::ClockStopped => Some(true),
        MomentKind::ClockStarted { .. } => Some(false),
        _ => None,
    });
    turned.unwrap_or(false)
}

fn decision(case: &Followed, lang: Lang) -> Option<DecisionView> {
    let (decision, reason, advice) = case.decision.as_ref()?;
    Some(DecisionView {
        result: result(&case.timeline, lang),
        reason: reason.as_ref().map(|text| text.say(lang).to_owned()),
        text: decision.text.clone(),
        advice: advice.as_ref().map(|text| text.say(lang).to_owned()),
        decided_at: decision.decided_at,
    })
}

/// Closing the case hides the result behind a later stage; here it stays in sight.
fn result(timeline: &[Moment], lang: Lang) -> Option<StageView> {
    let decided = |moment: &Moment| matches!(moment.what, MomentKind::Decided { .. });
    let since = timeline.iter().rposition(decided)?;
    timeline[since..].iter().find_map(|moment| match &moment.what {
        MomentKind::Stage { stage: key } => Some(stage(key, lang)),
        _ => None,
    })
}

impl Page for RequestPage {
    const TEMPLATE: &'static str = "portal/requests/request.html";

    fn samples() -> Vec<Self> {
        vec![Self::sample("in-review"), Self::sample_asked(), Self::sample_decided()]
    }

    fn title(&self, _: Lang) -> String {
        self.service.clone()
    }

    fn has_problems(&self) -> bool {
        !self.problems.is_empty()
    }
}

impl RequestPage {
    fn sample(key: &str) -> Self {
        let row = |label: &str, value: &str, ltr| Row {
            label: label.into(),
            value: value.into(),
            ltr,
            change: None,
        };
        Self {
            path: "/requests/1".into(),
            service: "مجوز ورود فرآوردهٔ آرایشی".into(),
            code: "1234 5678 9012 3456".into(),
            number: Some("1405/12".into()),
            stage: stage(key, Lang::Fa),
            open: true,
            paused: false,
            opened_at: DateTime::UNIX_EPOCH,
            promised_at: DateTime::UNIX_EPOCH,
            closed_at: None,
            office: Some(OfficeView {
                unit: "ادارهٔ آرایشی".into(),
                position: "کارشناس واردات".into(),
                phone: Some("021-61920000".into()),
            }),
            asked: None,
            decision: None,
            answers: vec![row("نام شرکت", "نمونه", false), row("شناسه ملی", "10100000000", true)],
            documents: vec![FileLine::sample()],
            timeline: Entry::sample(),
            progress: Some(ProgressView::sample()),
            may_withdraw: true,
            problems: Vec::new(),
        }
    }

    fn sample_asked() -> Self {
        let text = "لطفاً فایل خواسته‌شده را پیوست کنید.".into();
        let problems = vec![Line { key: "other-1".into(), text }];
        let asked = Some(AskedView::sample(&problems));
        Self { paused: true, asked, problems, ..Self::sample("needs-documents") }
    }

    fn sample_decided() -> Self {
        Self {
            open: false,
            number: None,
            office: None,
            closed_at: Some(DateTime::UNIX_EPOCH),
            decision: Some(DecisionView {
                result: Some(stage("rejected", Lang::Fa)),
                reason: Some("مدارک کامل نیست".into()),
                text: "با درخواست شما موافقت نشد.".into(),
                advice: Some("پس از تکمیل مدارک دوباره درخواست دهید.".into()),
                decided_at: DateTime::UNIX_EPOCH,
            }),
            documents: Vec::new(),
            may_withdraw: false,
            ..Self::sample("rejected")
        }
    }
}
