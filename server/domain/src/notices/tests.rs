//! Words, places and values; no database.

use locale::identity::Mobile;
use locale::sms;
use locale::words::{self, Lang};
use strum::VariantArray as _;
use tenants::Text;

use super::set_text::Wording;
use super::template::{Place, Template};
use super::write::{fallback, fill};
use super::{Channel, Contact, Facts, NewNotice, NoticeKind, NoticeState};

fn text(fa: &str, en: &str) -> Text {
    Text { fa: fa.to_owned(), en: Some(en.to_owned()) }
}

fn agency() -> Text {
    text("سازمان غذا و دارو", "Food and Drug Organization")
}

fn sms(kind: NoticeKind, text: &str) -> Wording {
    Wording { kind, channel: Channel::Sms, lang: Lang::Fa, subject: None, text: text.to_owned() }
}

fn email(subject: Option<&str>) -> Wording {
    let wording = sms(NoticeKind::Opened, "درخواست با کد {code} ثبت شد.");
    Wording { channel: Channel::Email, subject: subject.map(str::to_owned), ..wording }
}

#[test]
fn a_text_is_taken_apart_or_refused() {
    let places = |text| Template::parse(text).map(|t| t.places().collect::<Vec<_>>());
    let cases = [
        ("", Some(vec![])),
        ("بدون جای خالی", Some(vec![])),
        ("{code}", Some(vec![Place::Code])),
        ("کد {code} تا {due}، {agency}", Some(vec![Place::Code, Place::Due, Place::Agency])),
        ("{code}{code}", Some(vec![Place::Code, Place::Code])),
        ("{unknown}", None),
        ("{Code}", None),
        ("{ code }", None),
        ("{}", None),
        ("{code", None),
        ("code}", None),
        ("{code}}", None),
        ("{{code}}", None),
        ("{code {due}}", None),
    ];
    for (text, expected) in cases {
        assert_eq!(places(text), expected, "{text:?}");
    }
}

#[test]
fn words_that_cannot_be_saved_say_why() {
    use NoticeKind::{Answered, OneTimeCode, Opened};
    let with_subject = Wording { subject: Some("x".to_owned()), ..sms(Opened, "x") };
    let cases = [
        (sms(Opened, "درخواست «{service}» با کد {code} ثبت شد.\n{agency}"), None),
        (sms(OneTimeCode, "کد ورود: {otp}\n{agency}"), None),
        (email(Some("درخواست {code}")), None),
        (sms(Opened, "{name}"), Some(("text", "notice-placeholder"))),
        (sms(Opened, "  \n "), Some(("text", "notice-empty"))),
        (sms(Answered, "{otp}"), Some(("text", "notice-placeholder"))),
        (sms(OneTimeCode, "{otp} {service}"), Some(("text", "notice-placeholder"))),
        (sms(OneTimeCode, "به {agency} خوش آمدید"), Some(("text", "notice-needs-otp"))),
        (sms(Opened, &"ن".repeat(134)), None),
        (sms(Opened, &"ن".repeat(135)), Some(("text", "notice-too-long"))),
        (with_subject, Some(("subject", "notice-subject"))),
        (email(None), Some(("subject", "notice-empty"))),
        (email(Some(" ")), Some(("subject", "notice-empty"))),
        (email(Some("a\r\nBcc: b@example.org")), Some(("subject", "notice-line-break"))),
        (email(Some("a\nb")), Some(("subject", "notice-line-break"))),
        (email(Some("{otp}")), Some(("subject", "notice-placeholder"))),
        (email(Some(&"s".repeat(121))), Some(("subject", "notice-too-long"))),
    ];
    for (wording, expected) in cases {
        let flaw = wording.flaw().map(|flaw| (flaw.field, flaw.code));
        assert_eq!(flaw, expected, "{wording:?}");
        if let Some((_, code)) = flaw {
            assert!(
                Lang::ALL.into_iter().all(|lang| words::has(lang, &format!("form-{code}"))),
                "{code}"
            );
        }
    }
}

#[test]
fn the_length_counts_what_will_stand_there() {
    let wording = |letters| sms(NoticeKind::Opened, &format!("{{service}}{}", "ن".repeat(letters)));
    assert_eq!(wording(134 - 36).flaw(), None);
    assert!(wording(134 - 35).flaw().is_some());
}

#[test]
fn values_are_said_in_the_language_of_the_text() {
    let (service, step) = (text("مجوز ورود", "Import permit"), text("در دست بررسی", "In review"));
    let facts = Facts {
        service: Some(&service),
        code: Some("1234567890123456"),
        number: Some("1405/17"),
        date: Some("2026-05-27T06:00:00Z".parse().unwrap()),
        step: Some(&step),
        otp: Some("123456"),
        ..Facts::default()
    };
    let cases = [
        (Place::Agency, "سازمان غذا و دارو", "Food and Drug Organization"),
        (Place::Service, "مجوز ورود", "Import permit"),
        (Place::Code, "۱۲۳۴۵۶۷۸۹۰۱۲۳۴۵۶", "1234567890123456"),
        (Place::Number, "۱۴۰۵/۱۷", "1405/17"),
        (Place::Date, "۱۴۰۵/۰۳/۰۶", "2026-05-27 (1405/03/06)"),
        (Place::Step, "در دست بررسی", "In review"),
        (Place::Otp, "123456", "123456"),
        (Place::Due, "—", "—"),
        (Place::Office, "—", "—"),
    ];
    for (place, fa, en) in cases {
        assert_eq!(facts.say(place, &agency(), Lang::Fa), fa, "{place:?}");
        assert_eq!(facts.say(place, &agency(), Lang::En), en, "{place:?}");
    }
}

#[test]
fn a_value_brings_no_line_of_its_own() {
    let service = text("مجوز\r\nBcc: b@example.org", "x");
    let to = Contact::default();
    let facts = Facts { service: Some(&service), ..Facts::default() };
    let new = NewNotice { case: None, kind: NoticeKind::Opened, to: &to, facts };
    let wording = Wording { text: "{service}".to_owned(), ..email(Some("{service} ثبت شد")) };
    let words = fill(&wording, &new, &agency());
    assert_eq!(words.subject.as_deref(), Some("مجوز Bcc: b@example.org ثبت شد"));
    assert_eq!(words.text, "مجوز Bcc: b@example.org");
    assert_eq!(words.sender, "سازمان غذا و دارو");
}

#[test]
fn a_value_is_not_read_as_a_place() {
    let service = text("{otp}", "x");
    let facts = Facts { service: Some(&service), otp: Some("123456"), ..Facts::default() };
    let (to, kind) = (Contact::default(), NoticeKind::Opened);
    let words =
        fill(&sms(kind, "{service}"), &NewNotice { case: None, kind, to: &to, facts }, &agency());
    assert_eq!(words.text, "{otp}");
}

#[test]
fn an_agency_without_words_can_still_be_signed_in_at() {
    for lang in Lang::ALL {
        let wording = fallback(NoticeKind::OneTimeCode, Channel::Sms, lang).unwrap();
        assert_eq!(wording.flaw(), None);
        let (to, kind) = (Contact { lang, ..Contact::default() }, wording.kind);
        let facts = Facts { otp: Some("123456"), ..Facts::default() };
        let words = fill(&wording, &NewNotice { case: None, kind, to: &to, facts }, &agency());
        assert!(words.text.contains("123456") && words.text.contains(agency().say(lang)));
        assert_eq!(words.text.lines().count(), 3, "{}", words.text);
        assert_eq!(
            sms::parts(&words.text),
            1 + usize::from(lang == Lang::Fa && sms::units(&words.text) > 70)
        );
    }
    assert_eq!(fallback(NoticeKind::Opened, Channel::Sms, Lang::Fa), None);
    assert_eq!(fallback(NoticeKind::OneTimeCode, Channel::Email, Lang::Fa), None);
}

#[test]
fn an_address_is_there_or_not() {
    let mobile = Mobile::parse("09121234567").ok();
    let both = Contact { mobile, email: Some("a@example.org".to_owned()), lang: Lang::Fa };
    assert_eq!(both.address(Channel::Sms), Some("+989121234567"));
    assert_eq!(both.address(Channel::Email), Some("a@example.org"));
    let none = Contact { mobile: None, email: Some(String::new()), lang: Lang::Fa };
    assert_eq!((none.address(Channel::Sms), none.address(Channel::Email)), (None, None));
}

#[test]
fn every_kind_channel_and_state_has_words() {
    let kinds = NoticeKind::VARIANTS.iter().map(|k| format!("notice-kind-{}", <&str>::from(k)));
    let channels = Channel::VARIANTS.iter().map(|c| format!("notice-channel-{}", <&str>::from(c)));
    let states = ["queued", "sent", "delivered", "undelivered", "rejected", "expired"];
    let states = states.map(|word| {
        let state: NoticeState = word.parse().unwrap();
        format!("notice-state-{}", <&str>::from(state))
    });
    for key in kinds.chain(channels).chain(states) {
        assert!(Lang::ALL.into_iter().all(|lang| words::has(lang, &key)), "{key}");
    }
}
