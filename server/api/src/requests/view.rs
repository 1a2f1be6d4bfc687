//! A request as the program that submitted it reads it.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::cases::{self, Followed, MomentKind, OpenRequest, limits_of, listed_title};
use domain::catalogue::Service;
use locale::words::Lang;
use poem_openapi::Object;
use serde_json::Value;
use uuid::Uuid;

use crate::services::DocumentRule;
use crate::uploads::DocumentView;
use crate::words::stage;

/// A request and everything that came of it.
#[derive(Object)]
#[oai(rename = "Request", skip_serializing_if_is_none)]
pub(crate) struct RequestView {
    id: Uuid,
    service: String,
    tracking_code: String,
    number: Option<String>,
    state: String,
    stage: String,
    stage_text: String,
    opened_at: DateTime<Utc>,
    promised_at: DateTime<Utc>,
    closed_at: Option<DateTime<Utc>>,
    office: Option<Office>,
    answers: BTreeMap<String, Value>,
    documents: Vec<DocumentView>,
    asked: Option<Asked>,
    decision: Option<Decision>,
    timeline: Vec<Moment>,
    may_withdraw: bool,
}

/// Who has it before them.
#[derive(Object)]
#[oai(skip_serializing_if_is_none)]
pub(crate) struct Office {
    unit: String,
    position: String,
    phone: Option<String>,
}

/// What is to be handed in, and what of it lies ready.
#[derive(Object)]
struct Asked {
    note: String,
    due_at: DateTime<Utc>,
    items: Vec<DocumentRule>,
    ready: Vec<DocumentView>,
}

/// The agency's answer.
#[derive(Object)]
#[oai(skip_serializing_if_is_none)]
struct Decision {
    outcome: String,
    reason: String,
    reason_text: Option<String>,
    text: String,
    advice: Option<String>,
    decided_at: DateTime<Utc>,
}

/// Something that happened.
#[derive(Object)]
#[oai(skip_serializing_if_is_none)]
struct Moment {
    at: DateTime<Utc>,
    kind: String,
    stage: Option<String>,
    number: Option<String>,
    due_at: Option<DateTime<Utc>>,
    office: Option<String>,
}

impl RequestView {
    pub(crate) fn of(case: &Followed, lang: Lang) -> Self {
        let answers = case.answers.as_json();
        Self {
            id: case.id.0,
            service: case.service.key.clone(),
            tracking_code: case.code.as_str().to_owned(),
            number: case.number.clone(),
            state: <&str>::from(case.state).to_owned(),
            stage: case.stage.clone(),
            stage_text: stage(&case.stage, lang),
            opened_at: case.opened_at,
            promised_at: case.promised_at,
            closed_at: case.closed_at,
            office: case.office.as_ref().map(|office| Office::of(office, lang)),
            answers: answers.iter().map(|(key, value)| (key.clone(), value.clone())).collect(),
            documents: case.documents.iter().map(DocumentView::of).collect(),
            asked: case.asked.as_ref().map(|asked| Asked::of(asked, &case.service, lang)),
            decision: case.decision.as_ref().map(|decided| Decision::of(decided, lang)),
            timeline: case.timeline.iter().map(|moment| Moment::of(moment, lang)).collect(),
            may_withdraw: case.may_withdraw,
        }
    }
}

impl Office {
    pub(crate) fn of(office: &cases::Office, lang: Lang) -> Self {
        Self {
            unit: office.unit.say(lang).to_owned(),
            position: office.position.say(lang).to_owned(),
            phone: office.phone.clone(),
        }
    }
}

impl Asked {
    fn of(asked: &OpenRequest, service: &Service, lang: Lang) -> Self {
        let items = asked.request.items.iter();
        let rule = |item: &cases::Item| {
            let title = listed_title(&service.sheet, item, lang).unwrap_or(&item.title).to_owned();
            DocumentRule::of(&item.key, title, &limits_of(&service.form, &item.key))
        };
        Self {
            note: asked.request.note.clone(),
            due_at: asked.request.due_at,
            items: items.map(rule).collect(),
            ready: asked.staged.iter().map(DocumentView::of).collect(),
        }
    }
}

impl Decision {
    fn of((decision, reason, advice): &cases::Decided, lang: Lang) -> Self {
        Self {
            outcome: decision.outcome.clone(),
            reason: decision.reason.clone(),
            reason_text: reason.as_ref().map(|text| text.say(lang).to_owned()),
            text: decision.text.clone(),
            advice: advice.as_ref().map(|text| text.say(lang).to_owned()),
            decided_at: decision.decided_at,
        }
    }
}

impl Moment {
    fn of(moment: &cases::Moment, lang: Lang) -> Self {
        let bare = |kind: &str| Self {
            at: moment.at,
            kind: kind.to_owned(),
            stage: None,
            number: None,
            due_at: None,
            office: moment.office.as_ref().map(|office| office.say(lang).to_owned()),
        };
        match &moment.what {
            MomentKind::Opened => bare("opened"),
            MomentKind::Numbered { number } => {
                Self { number: Some(number.clone()), ..bare("numbered") }
            }
            MomentKind::Stage { stage } => Self { stage: Some(stage.clone()), ..bare("stage") },
            MomentKind::Referred => bare("referred"),
            MomentKind::DocumentsAsked { due_at } => {
                Self { due_at: Some(*due_at), ..bare("documents-asked") }
            }
            MomentKind::DocumentsSupplied => bare("documents-supplied"),
            MomentKind::ClockStopped => bare("clock-stopped"),
            MomentKind::ClockStarted { promised_at } => {
                Self { due_at: Some(*promised_at), ..bare("clock-started") }
            }
            MomentKind::Decided { .. } => bare("decided"),
            MomentKind::Withdrawn => bare("withdrawn"),
            MomentKind::Ended { .. } => bare("ended"),
        }
    }
}
