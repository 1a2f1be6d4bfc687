//! Writing a notice.

use chrono::{DateTime, Utc};
use locale::text;
use locale::words::{Lang, say};
use serde::{Deserialize, Serialize};
use strum::VariantArray as _;
use tenants::{Scope, Text};

use super::set_text::Wording;
use super::template::Template;
use super::{Channel, NewNotice, NoticeKind, store};
use crate::jobs::{self, Job, JobKind};
use crate::{NoticeId, Result};

/// What a notice says, fixed when it was written; sealed as a whole.
#[derive(Serialize, Deserialize)]
pub(super) struct Words {
    pub(super) sender: String,
    pub(super) subject: Option<String>,
    pub(super) text: String,
}

/// Write a notice: one for each channel on which the person has an address and the agency words
/// for this kind, with the jobs that send them. Without either, nothing is written.
pub(crate) async fn write(scope: &mut Scope, new: NewNotice<'_>) -> Result<()> {
    write_until(scope, new, None).await
}

/// Write a notice that is of no use after a while, and is not sent then.
pub(super) async fn write_until(
    scope: &mut Scope,
    new: NewNotice<'_>,
    expires_at: Option<DateTime<Utc>>,
) -> Result<()> {
    for (channel, address, words) in worded(scope, &new).await? {
        let id = NoticeId::new();
        let letter = store::Letter { id, channel, address, words: &words, expires_at };
        store::insert(scope, &new, letter).await?;
        let (id, run_at) = (id.0, scope.now());
        jobs::enqueue(scope, Job { id, kind: JobKind::DeliverNotice, subject: id, run_at }).await?;
    }
    Ok(())
}

/// What a notice would say, and where it would go: one for each channel on which it can be told.
pub(super) async fn worded<'a>(
    scope: &mut Scope,
    new: &NewNotice<'a>,
) -> Result<Vec<(Channel, &'a str, Words)>> {
    let wordings = store::wordings(scope, new.kind).await?;
    let of = |channel: &Channel| {
        let address = new.to.address(*channel)?;
        let wording = chosen(&wordings, *channel, new)?;
        Some((*channel, address, fill(&wording, new, &scope.tenant().name)))
    };
    Ok(Channel::VARIANTS.iter().filter_map(of).collect())
}

/// The words in the person's language, or the Persian ones where nobody has translated them.
fn chosen(wordings: &[Wording], channel: Channel, new: &NewNotice<'_>) -> Option<Wording> {
    let lang = new.to.lang;
    let of = |lang| wordings.iter().find(|w| w.channel == channel && w.lang == lang).cloned();
    of(lang).or_else(|| of(Lang::Fa)).or_else(|| fallback(new.kind, channel, lang))
}

/// Nobody could sign in at an agency that has not yet worded its one-time codes, so these have words
/// of the house.
pub(super) fn fallback(kind: NoticeKind, channel: Channel, lang: Lang) -> Option<Wording> {
    let worded = (kind, channel) == (NoticeKind::OneTimeCode, Channel::Sms);
    worded.then(|| {
        let places = [("otp", "{otp}".into()), ("agency", "{agency}".into())];
        Wording { kind, channel, lang, subject: None, text: say(lang, "notice-otp", &places) }
    })
}

pub(super) fn fill(wording: &Wording, new: &NewNotice<'_>, agency: &Text) -> Words {
    let filled = |text: &str| match Template::parse(text) {
        Some(template) => template.fill(|place| new.facts.say(place, agency, wording.lang)),
        // Such a text cannot be saved; if one is there all the same, its braces tell nothing wrong.
        None => text.to_owned(),
    };
    Words {
        sender: text::one_line(agency.say(wording.lang)),
        subject: wording.subject.as_deref().map(|subject| text::one_line(&filled(subject))),
        text: filled(&wording.text),
    }
}
