//! The form of one text, what it looks like, and what it was before.

use chrono::{DateTime, Utc};
use domain::notices::{Channel, NoticeKind, Preview, Version, Wording, places};
use locale::words::{Lang, say, say1};
use serde::Serialize;
use web::{Page, problems::Line};

use super::list_page::word;
use crate::filled::{Filled, Input};
use crate::paths;

#[derive(Serialize)]
pub(crate) struct NoticePage {
    path: String,
    /// The event, and how and in which language it is told.
    kind: String,
    channel: String,
    lang_word: String,
    lang: &'static str,
    dir: &'static str,
    subject: Option<Input>,
    text: Input,
    places: Vec<PlaceView>,
    preview: PreviewView,
    versions: Vec<VersionView>,
    problems: Vec<Line>,
}

/// A place that the text can have, as it is written and what comes to stand there.
#[derive(Serialize)]
struct PlaceView {
    written: String,
    word: String,
}

#[derive(Serialize)]
struct PreviewView {
    subject: Option<String>,
    text: String,
    /// Of an SMS: its units, and in how many parts it is sent.
    units: Option<usize>,
    parts: Option<usize>,
}

#[derive(Serialize)]
struct VersionView {
    replaced_at: DateTime<Utc>,
    by: Option<String>,
    subject: Option<String>,
    text: String,
}

impl NoticePage {
    pub(super) fn of(
        (wording, preview): (&Wording, &Preview),
        versions: &[Version],
        (sent, lang): (&Filled, Lang),
    ) -> Self {
        let input = |name: &str, value: &str| Input {
            key: name.to_owned(),
            value: value.to_owned(),
            problem: sent.problem(name),
        };
        let email = wording.channel == Channel::Email;
        let subject = wording.subject.as_deref().unwrap_or_default();
        Self {
            path: paths::notice(wording.kind, wording.channel, wording.lang),
            kind: word("kind", wording.kind.into(), lang),
            channel: word("channel", wording.channel.into(), lang),
            lang_word: say1(lang, &format!("admin-lang-{}", wording.lang.code())),
            lang: wording.lang.code(),
            dir: wording.lang.dir(),
            subject: email.then(|| input("subject", subject)),
            text: input("text", &wording.text),
            places: places(wording.kind)
                .into_iter()
                .map(|name| PlaceView::of(name, lang))
                .collect(),
            preview: PreviewView::of(preview),
            versions: versions.iter().map(VersionView::of).collect(),
            problems: sent.lines(),
        }
    }
}

impl PlaceView {
    fn of(name: &str, lang: Lang) -> Self {
        Self { written: format!("{{{name}}}"), word: word("place", name, lang) }
    }
}

impl PreviewView {
    fn of(preview: &Preview) -> Self {
        let (units, parts) = preview.sms.unzip();
        Self { subject: preview.subject.clone(), text: preview.text.clone(), units, parts }
    }
}

impl VersionView {
    fn of(version: &Version) -> Self {
        Self {
            replaced_at: version.replaced_at,
            by: version.name.clone(),
            subject: version.subject.clone(),
            text: version.text.clone(),
        }
    }
}

impl Page for NoticePage {
    const TEMPLATE: &'static str = "admin/notices/text.html";

    fn samples() -> Vec<Self> {
        let wording = |channel| Wording {
            kind: NoticeKind::Opened,
            channel,
            lang: Lang::Fa,
            subject: (channel == Channel::Email).then(|| "درخواست شما".to_owned()),
            text: "کد رهگیری: {code}".to_owned(),
        };
        let preview =
            |sms| Preview {
                subject: None, text: "کد رهگیری: ۱۴۰۵۰۹۰۳۰۰۰۱۲۳۴۵".to_owned(), sms
            };
        let version = |name: Option<&str>| Version {
            replaced_at: DateTime::UNIX_EPOCH,
            replaced_by: None,
            name: name.map(str::to_owned),
            subject: None,
            text: "متن پیشین".to_owned(),
        };
        let versions = [version(Some("نرگس نمونه")), version(None)];
        let error = domain::Error::invalid("text", "notice-placeholder");
        let wrong = Filled::default().told(error, "text", Lang::Fa).unwrap_or_default();
        let (sms, email) = (wording(Channel::Sms), wording(Channel::Email));
        let fresh = Filled::default();
        vec![
            Self::of((&sms, &preview(Some((28, 1)))), &versions, (&fresh, Lang::Fa)),
            Self::of((&sms, &preview(Some((150, 3)))), &[], (&wrong, Lang::Fa)),
            Self::of((&email, &preview(None)), &[], (&fresh, Lang::Fa)),
        ]
    }

    fn title(&self, lang: Lang) -> String {
        say(lang, "admin-notice-title", &[("kind", self.kind.as_str().into())])
    }

    fn has_problems(&self) -> bool {
        !self.problems.is_empty()
    }
}
