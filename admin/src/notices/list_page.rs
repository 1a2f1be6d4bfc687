//! Every text, event by event.

use domain::notices::{Channel, NoticeKind, Preview, Wording};
use locale::words::{Lang, say1};
use serde::Serialize;
use web::Page;

use crate::paths;

#[derive(Serialize)]
pub(crate) struct NoticesPage {
    kinds: Vec<KindView>,
}

#[derive(Serialize)]
struct KindView {
    title: String,
    texts: Vec<TextView>,
}

#[derive(Serialize)]
struct TextView {
    channel: String,
    lang: &'static str,
    lang_word: String,
    dir: &'static str,
    link: String,
    /// What it looks like, filled in; nothing where the agency has no words.
    text: Option<String>,
    parts: Option<usize>,
}

/// The events, in the order in which an applicant meets them.
const KINDS: [NoticeKind; 9] = [
    NoticeKind::OneTimeCode,
    NoticeKind::Opened,
    NoticeKind::Numbered,
    NoticeKind::Referred,
    NoticeKind::DocumentsMissing,
    NoticeKind::DocumentsReceived,
    NoticeKind::Answered,
    NoticeKind::Withdrawn,
    NoticeKind::Lapsed,
];

impl NoticesPage {
    pub(super) fn of(wordings: &[Wording], previews: &[Preview], lang: Lang) -> Self {
        let all: Vec<_> = wordings.iter().zip(previews).collect();
        let kind = |kind: NoticeKind| KindView {
            title: word("kind", kind.into(), lang),
            texts: texts(kind, &all, lang),
        };
        Self { kinds: KINDS.into_iter().map(kind).collect() }
    }
}

/// The texts of one event. A one-time code goes out by SMS only.
fn texts(kind: NoticeKind, all: &[(&Wording, &Preview)], lang: Lang) -> Vec<TextView> {
    let channels: &[Channel] = match kind {
        NoticeKind::OneTimeCode => &[Channel::Sms],
        _ => &[Channel::Sms, Channel::Email],
    };
    let each = channels.iter().flat_map(|channel| Lang::ALL.map(|of| (*channel, of)));
    each.map(|(channel, of)| {
        let is_it = |w: &Wording| w.kind == kind && w.channel == channel && w.lang == of;
        let found = all.iter().find(|(wording, _)| is_it(wording)).map(|(_, preview)| preview);
        TextView {
            channel: word("channel", channel.into(), lang),
            lang: of.code(),
            lang_word: say1(lang, &format!("admin-lang-{}", of.code())),
            dir: of.dir(),
            link: paths::notice(kind, channel, of),
            text: found.map(|preview| preview.text.clone()),
            parts: found.and_then(|preview| preview.sms).map(|(_, parts)| parts),
        }
    })
    .collect()
}

pub(super) fn word(of: &str, name: &str, lang: Lang) -> String {
    say1(lang, &format!("notice-{of}-{name}"))
}

impl Page for NoticesPage {
    const TEMPLATE: &'static str = "admin/notices/list.html";

    fn samples() -> Vec<Self> {
        let text = "درخواست شما ثبت شد.\nسازمان نمونه".to_owned();
        let wording = Wording {
            kind: NoticeKind::Opened,
            channel: Channel::Sms,
            lang: Lang::Fa,
            subject: None,
            text: text.clone(),
        };
        let preview = Preview { subject: None, text, sms: Some((30, 1)) };
        vec![Self::of(&[wording], &[preview], Lang::Fa), Self::of(&[], &[], Lang::Fa)]
    }

    fn title(&self, lang: Lang) -> String {
        say1(lang, "admin-nav-notices")
    }
}
