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
    let told = |moment: &&Moment| !is_told_better(moment, moments);
    moments.iter().filter(told).rev().map(|moment| entry(moment, lang)).collect()
}

/// Whether another moment of the same instant says it better: what the office did once is one line.
fn is_told_better(moment: &Moment, moments: &[Moment]) -> bool {
    let beside = |better: fn(&MomentKind) -> bool| {
        moments.iter().any(|other| other.at == moment.at && better(&other.what))
    };
    let asked = |what: &MomentKind| matches!(what, MomentKind::DocumentsAsked { .. });
    match &moment.what {
        MomentKind::ClockStopped => beside(asked),
        MomentKind::Stage { stage } => match stage.replace('_', "-").as_str() {
            "registered" => beside(|what| matches!(what, MomentKind::Numbered { .. })),
            "needs-documents" => beside(asked),
            "withdrawn" => beside(|what| matches!(what, MomentKind::Withdrawn)),
            "closed" => beside(|what| matches!(what, MomentKind::Ended { .. })),
            _ => false,
        },
        _ => false,
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_office_did_once_is_one_line() {
        let stage = |key: &str| MomentKind::Stage { stage: key.into() };
        let numbered = || MomentKind::Numbered { number: "1405/1".into() };
        let asked = || MomentKind::DocumentsAsked { due_at: DateTime::UNIX_EPOCH };
        let cases = [
            (vec![numbered(), stage("registered")], 1),
            (vec![numbered(), stage("in_review")], 2),
            (vec![stage("registered")], 1),
            (vec![asked(), stage("needs_documents"), MomentKind::ClockStopped], 1),
            (vec![MomentKind::ClockStopped], 1),
            (vec![MomentKind::Withdrawn, stage("withdrawn")], 1),
            (vec![stage("closed"), MomentKind::Ended { state: "completed".into() }], 1),
        ];
        for (what, lines) in cases {
            let at = DateTime::UNIX_EPOCH;
            let moments: Vec<_> =
                what.into_iter().map(|what| Moment { at, what, office: None }).collect();
            assert_eq!(entries(&moments, Lang::Fa).len(), lines, "{moments:?}");
        }
    }

    #[test]
    fn a_later_moment_says_nothing_better() {
        let at = DateTime::UNIX_EPOCH;
        let later = at + chrono::TimeDelta::seconds(1);
        let numbered = MomentKind::Numbered { number: "1405/1".into() };
        let stage = MomentKind::Stage { stage: "registered".into() };
        let moments = [
            Moment { at, what: numbered, office: None },
            Moment { at: later, what: stage, office: None },
        ];
        assert_eq!(entries(&moments, Lang::Fa).len(), 2);
    }
}
