//! Everything that happened to a case, in words.

use chrono::{DateTime, Utc};
use domain::cases::{CaseFile, HistoryLine, ReferralLine, TaskLine};
use domain::events::Event;
use domain::{ReferralId, TaskId};
use locale::jalali::Day;
use locale::words::{Lang, Value, has, say, say1};
use serde::Serialize;

use super::tree::receiver;
use crate::stage::stage;

#[derive(Debug, Clone, Serialize)]
pub(super) struct Entry {
    pub(super) title: String,
    /// A number or code that the title speaks of.
    pub(super) code: Option<String>,
    pub(super) text: Option<String>,
    pub(super) by: String,
    pub(super) at: DateTime<Utc>,
}

/// The history, the latest first.
pub(super) fn entries(file: &CaseFile, lang: Lang) -> Vec<Entry> {
    file.history.iter().rev().map(|line| entry(file, line, lang)).collect()
}

fn entry(file: &CaseFile, line: &HistoryLine, lang: Lang) -> Entry {
    let code = match &line.event {
        Event::Numbered { number } => Some(number.clone()),
        _ => None,
    };
    Entry {
        title: title(file, &line.event, lang),
        code,
        text: text(file, &line.event, lang),
        by: line.by.clone().unwrap_or_else(|| say1(lang, &format!("desk-actor-{}", line.actor))),
        at: line.at,
    }
}

fn title(file: &CaseFile, event: &Event, lang: Lang) -> String {
    let key = format!("desk-event-{}", event.kind());
    say(lang, &key, &facts(file, event, lang))
}

/// What the words of an event mention.
fn facts(file: &CaseFile, event: &Event, lang: Lang) -> Vec<(&'static str, Value)> {
    match event {
        Event::TaskOpened { task: id, .. }
        | Event::TaskDone { task: id, .. }
        | Event::TaskCancelled { task: id, .. }
        | Event::TaskAssigned { task: id, .. } => {
            let title = task(file, *id).map(|line| line.title.say(lang)).unwrap_or_default();
            vec![("step", title.into())]
        }
        Event::StageChanged { stage: code } => vec![("stage", stage(code, lang).word.into())],
        Event::Referred { referral: id, .. } | Event::ReferralAnswered { referral: id } => {
            let to = referral(file, *id).map(|line| receiver(line, lang)).unwrap_or_default();
            vec![("position", to.into())]
        }
        Event::Told { notice, .. } => {
            let key = format!("notice-kind-{notice}");
            let said = if has(lang, &key) { say1(lang, &key) } else { notice.clone() };
            vec![("notice", said.into())]
        }
        Event::TakenAtCounter { .. } => vec![("position", counter(file, lang).into())],
        Event::Ended { state, .. } => vec![("state", state.into())],
        _ => Vec::new(),
    }
}

/// What is said below the title, where there is more to say.
fn text(file: &CaseFile, event: &Event, lang: Lang) -> Option<String> {
    match event {
        Event::TaskOpened { task: id, .. } => {
            let position = task(file, *id)?.position.as_ref()?;
            Some(say(lang, "desk-event-before", &[("position", position.title.say(lang).into())]))
        }
        Event::Referred { referral: id, tells_applicant, .. } => {
            let action = referral(file, *id)?.action.say(lang).to_owned();
            let told = tells_applicant.then(|| say1(lang, "desk-referral-told"));
            Some([action].into_iter().chain(told).collect::<Vec<_>>().join(" – "))
        }
        Event::TakenAtCounter { channel, check, .. } => {
            let said = [format!("counter-channel-{channel}"), format!("counter-check-{check}")];
            Some(said.map(|key| say1(lang, &key)).join(" – "))
        }
        Event::DocumentsAsked { due_at, .. } => Some(until("desk-event-until", *due_at, lang)),
        Event::ClockStarted { promised_at } => {
            Some(until("desk-event-promised", *promised_at, lang))
        }
        _ => None,
    }
}

fn counter(file: &CaseFile, lang: Lang) -> String {
    let position = file.reception.as_ref().and_then(|reception| reception.position.as_ref());
    position.map(|position| position.title.say(lang).to_owned()).unwrap_or_default()
}

fn until(key: &str, at: DateTime<Utc>, lang: Lang) -> String {
    say(lang, key, &[("date", Day::of(at).long(lang).into())])
}

fn task(file: &CaseFile, id: TaskId) -> Option<&TaskLine> {
    file.tasks.iter().find(|line| line.task.id == id)
}

fn referral(file: &CaseFile, id: ReferralId) -> Option<&ReferralLine> {
    file.referrals.iter().find(|line| line.referral.id == id)
}
