//! What happened, in plain words, newest first.

use chrono::{DateTime, Utc};
use domain::cases::{Moment, MomentKind};
use locale::jalali::Day;
use locale::words::{Lang, say, say1};
use serde::Serialize;

use super::stage;

/// One line of the timeline.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Entry {
    pub(crate) title: String,
    pub(crate) at: DateTime<Utc>,
    pub(crate) by: Option<String>,
    pub(crate) text: Option<String>,
}

/// The timeline of a case; `moments` come oldest first.
pub(crate) fn entries(moments: &[Moment], lang: Lang) -> Vec<Entry> {
    moments.iter().rev().map(|moment| entry(moment, lang)).collect()
}

fn entry(moment: &Moment, lang: Lang) -> Entry {
    let (title, text) = words(&moment.what, lang);
    let by = moment.office.as_ref().map(|office| office.say(lang).to_owned());
    Entry { title, at: moment.at, by, text }
}

fn words(what: &MomentKind, lang: Lang) -> (String, Option<String>) {
    let plain = |key: &str| (say1(lang, key), None);
    let dated = |key: &str, at: DateTime<Utc>| {
        (say1(lang, key), Some(say(lang, &format!("{key}-text"), &[("date", day(at, lang))])))
    };
    match what {
        MomentKind::Opened => plain("portal-moment-opened"),
        MomentKind::Numbered { number } => {
            let values = [("number", number.as_str().into())];
            (
                say1(lang, "portal-moment-numbered"),
                Some(say(lang, "portal-moment-numbered-text", &values)),
            )
        }
        MomentKind::Stage { stage: key } => {
            let stage = stage(key, lang);
            let values = [("stage", stage.word.as_str().into())];
            (say(lang, "portal-moment-stage", &values), stage.meaning)
        }
        MomentKind::Referred => plain("portal-moment-referred"),
        MomentKind::DocumentsAsked { due_at } => dated("portal-moment-asked", *due_at),
        MomentKind::DocumentsSupplied => plain("portal-moment-supplied"),
        MomentKind::ClockStopped => plain("portal-moment-clock-stopped"),
        MomentKind::ClockStarted { promised_at } => {
            dated("portal-moment-clock-started", *promised_at)
        }
        MomentKind::Decided { .. } => plain("portal-moment-decided"),
        MomentKind::Withdrawn => plain("portal-moment-withdrawn"),
        MomentKind::Ended { .. } => plain("portal-moment-ended"),
    }
}

fn day(at: DateTime<Utc>, lang: Lang) -> locale::words::Value {
    Day::of(at).long(lang).into()
}

impl Entry {
    pub(crate) fn sample() -> Vec<Self> {
        let at = DateTime::UNIX_EPOCH;
        let what = [
            MomentKind::Opened,
            MomentKind::Numbered { number: "1405/12".into() },
            MomentKind::Stage { stage: "in-review".into() },
            MomentKind::Stage { stage: "special-step".into() },
            MomentKind::Referred,
            MomentKind::DocumentsAsked { due_at: at },
            MomentKind::DocumentsSupplied,
            MomentKind::ClockStopped,
            MomentKind::ClockStarted { promised_at: at },
            MomentKind::Decided { outcome: "approve".into() },
            MomentKind::Withdrawn,
            MomentKind::Ended { state: "completed".into() },
        ];
        let office = || Some(tenants::Text { fa: "ادارهٔ آرایشی".into(), en: None });
        let moments: Vec<_> =
            what.into_iter().map(|what| Moment { at, what, office: office() }).collect();
        entries(&moments, Lang::Fa)
    }
}
