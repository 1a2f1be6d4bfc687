//! What a case is: service, codes, where it stands, its dates, who asked.

use chrono::{DateTime, Utc};
use domain::cases::{Applicant, CaseFile, CaseState, HistoryLine};
use domain::events::Event;
use locale::identity::Mobile;
use locale::words::{Lang, say1};
use serde::Serialize;

use super::Look;
use crate::stage::{StageView, stage};

#[derive(Debug, Clone, Serialize)]
pub(super) struct Header {
    pub(super) service: String,
    pub(super) code: String,
    pub(super) number: Option<String>,
    pub(super) stage: StageView,
    pub(super) open: bool,
    /// Whether the agency's clock stands still until the applicant acts.
    pub(super) paused: bool,
    pub(super) opened_at: DateTime<Utc>,
    pub(super) promised_at: DateTime<Utc>,
    pub(super) late: bool,
    pub(super) closed_at: Option<DateTime<Utc>>,
    pub(super) applicant: Vec<Row>,
}

/// A row of a summary list.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Row {
    pub(super) label: String,
    pub(super) value: String,
    /// Whether the value reads from left to right in every language.
    pub(super) ltr: bool,
}

impl Header {
    pub(super) fn of(file: &CaseFile, look: &Look) -> Self {
        let open = file.state == CaseState::Active;
        let paused = open && stands_still(&file.history);
        Self {
            service: file.service.sheet.title.say(look.lang).to_owned(),
            code: file.code.grouped(),
            number: file.number.clone(),
            stage: stage(&file.stage, look.lang),
            open,
            paused,
            opened_at: file.opened_at,
            promised_at: file.promised_at,
            late: open && !paused && file.promised_at < look.now,
            closed_at: file.closed_at,
            applicant: applicant(&file.applicant, look.lang),
        }
    }
}

pub(super) fn stands_still(history: &[HistoryLine]) -> bool {
    let turned = history.iter().rev().find_map(|line| match line.event {
        Event::ClockStopped => Some(true),
        Event::ClockStarted { .. } => Some(false),
        _ => None,
    });
    turned.unwrap_or(false)
}

/// Only how to reach whoever asked; who that is in full stands among the answers.
fn applicant(applicant: &Applicant, lang: Lang) -> Vec<Row> {
    let mobile = applicant.mobile.as_deref().and_then(|mobile| Mobile::parse(mobile).ok());
    let rows = [
        ("desk-applicant-name", Some(applicant.name.clone()), false),
        ("desk-applicant-mobile", mobile.map(|mobile| mobile.display()), true),
        ("desk-applicant-email", applicant.email.clone(), true),
    ];
    let given = rows.into_iter().filter_map(|(key, value, ltr)| Some((key, value?, ltr)));
    given
        .filter(|(_, value, _)| !value.is_empty())
        .map(|(key, value, ltr)| Row { label: say1(lang, key), value, ltr })
        .collect()
}
