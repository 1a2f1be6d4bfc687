//! What the applicant was told, and what became of each message.

use chrono::{DateTime, Utc};
use domain::cases::CaseFile;
use domain::notices::{NoticeLine, NoticeState};
use locale::words::{Lang, say1};
use serde::Serialize;

#[derive(Debug, Clone, Serialize)]
pub(super) struct NoticeView {
    pub(super) kind: String,
    pub(super) channel: String,
    pub(super) state: String,
    pub(super) tone: &'static str,
    pub(super) written_at: DateTime<Utc>,
    pub(super) settled_at: Option<DateTime<Utc>>,
}

/// The latest first.
pub(super) fn notices(file: &CaseFile, lang: Lang) -> Vec<NoticeView> {
    file.notices.iter().rev().map(|line| view(line, lang)).collect()
}

pub(super) fn view(line: &NoticeLine, lang: Lang) -> NoticeView {
    let (kind, channel, state): (&str, &str, &str) =
        (line.kind.into(), line.channel.into(), line.state.into());
    NoticeView {
        kind: say1(lang, &format!("notice-kind-{kind}")),
        channel: say1(lang, &format!("notice-channel-{channel}")),
        state: say1(lang, &format!("notice-state-{state}")),
        tone: tone(line.state),
        written_at: line.written_at,
        settled_at: line.settled_at,
    }
}

/// Handed to a carrier is not arrived: only what is known to have arrived looks good.
fn tone(state: NoticeState) -> &'static str {
    match state {
        NoticeState::Queued => "waiting",
        NoticeState::Sent => "brand",
        NoticeState::Delivered => "good",
        NoticeState::Undelivered | NoticeState::Rejected => "bad",
        NoticeState::Expired => "neutral",
    }
}
