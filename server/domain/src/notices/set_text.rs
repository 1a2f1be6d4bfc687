//! Wording a kind of notice.

use locale::sms;
use locale::text;
use locale::words::Lang;
use tenants::Scope;

use super::template::{Place, Template};
use super::{Channel, NoticeKind, store};
use crate::{Error, Result};

/// A text message longer than this is billed as three, and arrives in pieces on old telephones:
/// 134 units in Persian.
const MOST_PARTS: usize = 2;
const LONGEST_SUBJECT: usize = 120;
const LONGEST_EMAIL: usize = 4_000;

/// The words for one kind of notice on one channel in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wording {
    pub kind: NoticeKind,
    pub channel: Channel,
    pub lang: Lang,
    /// For e-mail, and there it is compulsory.
    pub subject: Option<String>,
    pub text: String,
}

/// Save the words of a notice. [`Error::Invalid`] names the field (`subject`, `text`) and says
/// `notice-placeholder`, `notice-line-break`, `notice-too-long`, `notice-empty`,
/// `notice-subject` (an SMS has none) or `notice-needs-otp`.
pub(crate) async fn set_text(scope: &mut Scope, wording: Wording) -> Result<()> {
    let wording = Wording { text: text::clean(&wording.text), ..wording };
    if let Some(flaw) = wording.flaw() {
        return Err(Error::invalid(flaw.field, flaw.code));
    }
    store::save_wording(scope, &wording).await
}

/// Why words cannot be saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct WordingFlaw {
    pub(crate) field: &'static str,
    pub(crate) code: &'static str,
}

impl Wording {
    pub(crate) fn flaw(&self) -> Option<WordingFlaw> {
        let of = |field| move |code| WordingFlaw { field, code };
        self.subject_flaw().map(of("subject")).or_else(|| self.text_flaw().map(of("text")))
    }

    fn subject_flaw(&self) -> Option<&'static str> {
        match (self.channel, self.subject.as_deref()) {
            (Channel::Sms, None) => None,
            (Channel::Sms, Some(_)) => Some("notice-subject"),
            (Channel::Email, None) => Some("notice-empty"),
            (Channel::Email, Some(subject)) => self.header_flaw(subject),
        }
    }

    fn header_flaw(&self, subject: &str) -> Option<&'static str> {
        if subject.trim().is_empty() {
            return Some("notice-empty");
        }
        // A line break would end the header and begin another one (ASVS 5.0, 1.3.11).
        if subject.contains(char::is_control) {
            return Some("notice-line-break");
        }
        if subject.chars().count() > LONGEST_SUBJECT {
            return Some("notice-too-long");
        }
        self.template(subject).is_none().then_some("notice-placeholder")
    }

    fn text_flaw(&self) -> Option<&'static str> {
        if self.text.trim().is_empty() {
            return Some("notice-empty");
        }
        let Some(template) = self.template(&self.text) else { return Some("notice-placeholder") };
        let is_code = self.kind == NoticeKind::OneTimeCode;
        if is_code && !template.places().any(|place| place == Place::Otp) {
            return Some("notice-needs-otp");
        }
        let fits = match self.channel {
            Channel::Sms => sms::parts(&self.typical(&template)) <= MOST_PARTS,
            Channel::Email => self.text.chars().count() <= LONGEST_EMAIL,
        };
        (!fits).then_some("notice-too-long")
    }

    fn template<'a>(&self, text: &'a str) -> Option<Template<'a>> {
        Template::parse(text).filter(|t| t.places().all(|place| place.fits(self.kind)))
    }

    /// The text with values as long as they usually are, for measuring it.
    fn typical(&self, template: &Template<'_>) -> String {
        let letter = match self.lang {
            Lang::Fa => "ن",
            Lang::En => "n",
        };
        template.fill(|place| letter.repeat(typical_length(place, self.lang)))
    }
}

/// How many characters a value usually has. The agency's name counts as any other: one that is long
/// makes its messages longer, but does not make the words of a blueprint unusable.
fn typical_length(place: Place, lang: Lang) -> usize {
    match place {
        Place::Agency => 24,
        Place::Service => 36,
        Place::Code => 16,
        Place::Number => 12,
        Place::Date | Place::Due if lang == Lang::En => 23,
        Place::Date | Place::Due => 10,
        Place::Step | Place::Result => 20,
        Place::Office => 38,
        Place::Otp => 6,
    }
}
