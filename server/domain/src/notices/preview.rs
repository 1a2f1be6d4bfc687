//! What a text becomes once it is filled in, with made-up values.

use locale::sms;
use locale::words::{Lang, say1};
use strum::VariantArray as _;
use tenants::{Scope, Text};

use super::template::Place;
use super::write::fill;
use super::{Channel, Contact, Facts, NewNotice, NoticeKind, Wording};

/// A text with made-up values in its places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    pub subject: Option<String>,
    pub text: String,
    /// Of an SMS: how many units it has, and in how many parts it is sent.
    pub sms: Option<(usize, usize)>,
}

/// The names of the places that a notice of this kind can fill.
pub fn places(kind: NoticeKind) -> Vec<&'static str> {
    let fitting = Place::VARIANTS.iter().filter(|place| place.fits(kind));
    fitting.map(Into::into).collect()
}

/// How a text looks to whoever gets it. A text that cannot be saved is shown as it is.
pub fn preview(scope: &Scope, wording: &Wording) -> Preview {
    let said = |key: &str| Text { fa: say1(Lang::Fa, key), en: Some(say1(Lang::En, key)) };
    let (service, step) = (said("notice-sample-service"), said("notice-sample-step"));
    let (office, result) = (said("notice-sample-office"), said("notice-sample-result"));
    let facts = Facts {
        service: Some(&service),
        code: Some("1405090300012345"),
        number: Some("1405/1234"),
        date: Some(scope.now()),
        due: Some(scope.now() + chrono::TimeDelta::days(20)),
        step: Some(&step),
        office: Some(&office),
        result: Some(&result),
        otp: Some("482913"),
    };
    let to = Contact::default();
    let new = NewNotice { case: None, kind: wording.kind, to: &to, facts };
    let words = fill(wording, &new, &scope.tenant().name);
    let is_sms = wording.channel == Channel::Sms;
    let sms = is_sms.then(|| (sms::units(&words.text), sms::parts(&words.text)));
    Preview { subject: words.subject, text: words.text, sms }
}
