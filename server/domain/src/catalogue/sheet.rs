//! The identity sheet of a service (شناسنامه خدمت): what the official form asks of every service of
//! an agency, and what a person reads before starting a request.

use std::collections::BTreeSet;

use locale::jalali::Day;
use locale::working::Span;
use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantArray};
use tenants::Text;

/// A service as its agency describes it. The fields follow the rows of the official form; those
/// that it may leave open are optional or may be empty.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sheet {
    pub title: Text,
    /// شناسه خدمت, 8 to 13 digits, where the state organisation has given one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// The body above the agency (دستگاه مادر).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent_agency: Option<Text>,
    /// What the service is, in plain words.
    pub description: Text,
    /// Words by which people look for it and which are not in its name, in any language. They are
    /// not shown.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub keywords: Vec<String>,
    pub variant: Variant,
    pub audience: BTreeSet<Audience>,
    /// Who may ask for it.
    pub recipients: Text,
    pub nature: Nature,
    pub level: Level,
    #[serde(default)]
    pub life_events: BTreeSet<LifeEvent>,
    pub trigger: Trigger,
    pub documents: Vec<RequiredDocument>,
    pub laws: Vec<Law>,
    pub duration: Duration,
    /// What happens when a set date passes: to the applicant's request and to the agency.
    pub deadline: Deadline,
    /// Who decides: a post, never a person's name.
    pub decides: Text,
    pub fees: Vec<Fee>,
    /// How often one asks for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub frequency: Option<Text>,
    /// How often one has to come in person.
    pub visits: Text,
    pub hours: Text,
    pub channels: BTreeSet<Channel>,
    /// What is asked of other bodies.
    #[serde(default)]
    pub inquiries: Vec<Inquiry>,
    pub steps: Vec<Step>,
    /// How long the result is valid.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub validity: Option<Text>,
    pub contact: Contact,
    pub complaint: Complaint,
    pub faq: Vec<Question>,
    /// What the agency promises (توافق‌نامه سطح خدمت), one sentence each.
    pub sla: Vec<Text>,
    pub edition: Edition,
}

/// A document to hand in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RequiredDocument {
    /// The key of the form's file field.
    pub key: String,
    pub title: Text,
    pub form: DocumentForm,
    /// Who issues it.
    pub issuer: Text,
    /// Whether a request without it cannot be submitted.
    pub required: bool,
    /// When it is needed, or what may stand in for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Law {
    pub title: Text,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
}

/// How long the service takes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Duration {
    pub text: Text,
    /// The promise: a request's receipt names the day on which this span ends.
    pub span: Span,
    pub starts: Starts,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Deadline {
    pub rule: DeadlineRule,
    pub text: Text,
}

/// A fee: an amount, or the rule by which it is found, or both. A service that costs nothing has
/// one of amount 0.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fee {
    pub title: Text,
    /// In rials.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<Text>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<String>,
    /// Whether it can be paid online.
    #[serde(default)]
    pub online: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Inquiry {
    pub agency: Text,
    pub about: Text,
    #[serde(default)]
    pub online: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    pub title: Text,
    pub text: Text,
    /// Which office has it.
    pub office: Text,
}

/// The office that answers for the service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    pub office: Text,
    pub phone: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<Text>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Complaint {
    pub text: Text,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    pub question: Text,
    pub answer: Text,
}

/// Which edition of the sheet this is, and when the agency's head approved it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Edition {
    pub number: u16,
    pub approved_on: Day,
}

/// Writes the closed lists of the form. The words of a value are filed under [`word`].
///
/// [`word`]: Audience::word
macro_rules! choices {
    ($($(#[$doc:meta])* $name:ident $code:literal { $($(#[$about:meta])* $value:ident,)* })*) => {$(
        $(#[$doc])*
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize,
            IntoStaticStr, VariantArray,
        )]
        #[serde(rename_all = "kebab-case")]
        #[strum(serialize_all = "kebab-case")]
        pub enum $name { $($(#[$about])* $value,)* }

        impl $name {
            /// The key of its words.
            pub fn word(self) -> String {
                format!(concat!("sheet-", $code, "-{}"), <&str>::from(self))
            }
        }
    )*};
}

choices! {
    /// Which of a permit's services this is.
    Variant "variant" { Issue, Renew, Amend, Duplicate, Cancel, }
    /// نوع خدمت: for citizens, for businesses, for other agencies.
    Audience "audience" { Citizens, Businesses, Agencies, }
    /// ماهیت خدمت.
    Nature "nature" { Sovereign, Operational, }
    /// سطح خدمت.
    Level "level" { National, Regional, Provincial, Urban, Rural, }
    /// رویداد مرتبط.
    LifeEvent "life-event" {
        Birth, Education, Health, Tax, Business, SocialSecurity, Property, Utilities, Insurance,
        Marriage, Retirement, Certificates, Death, Other,
    }
    /// نحوه آغاز خدمت.
    Trigger "trigger" { Request, Date, Event, Agency, Other, }
    /// نحوه دسترسی به خدمت.
    Channel "channel" {
        Portal, Email, CallCentre, Mobile, Sms, AgentOffice, Post, InPerson,
        /// A letter from the applicant's own office automation (ECE).
        LetterExchange,
        Other,
    }
    /// In which form a document is accepted.
    DocumentForm "document-form" { Original, Copy, CertifiedCopy, Scan, }
    /// When the time begins to run.
    Starts "starts" { Submission, DocumentsComplete, FeePaid, StepEntered, }
    /// What a set date means in law.
    DeadlineRule "deadline-rule" {
        /// Who misses it starts again.
        Lapse,
        /// The agency's silence is consent.
        DeemedApproval,
        /// The agency answers for the delay.
        Breach,
    }
}

impl Sheet {
    /// What a person must be told before starting and the sheet does not say: what is needed, how
    /// long it takes, what it costs, who decides, what the deadline means, whom to call. While
    /// there is any, the service is not published.
    pub fn gaps(&self) -> Vec<&'static str> {
        let stated = [
            ("title", is_said(&self.title)),
            ("description", is_said(&self.description)),
            ("code", self.code.as_deref().is_none_or(is_code)),
            ("documents", all(&self.documents, |d| is_said(&d.title) && is_said(&d.issuer))),
            ("duration", is_said(&self.duration.text) && !self.duration.span.is_zero()),
            ("deadline", is_said(&self.deadline.text)),
            ("decides", is_said(&self.decides)),
            ("fees", all(&self.fees, Fee::is_stated)),
            ("steps", all(&self.steps, |s| is_said(&s.title) && is_said(&s.office))),
            ("contact", is_said(&self.contact.office) && !self.contact.phone.trim().is_empty()),
            ("complaint", is_said(&self.complaint.text)),
        ];
        stated.into_iter().filter(|(_, stated)| !stated).map(|(row, _)| row).collect()
    }
}

impl Fee {
    fn is_stated(&self) -> bool {
        is_said(&self.title)
            && (self.amount.is_some_and(|rials| rials >= 0)
                || self.rule.as_ref().is_some_and(is_said))
    }
}

fn is_said(text: &Text) -> bool {
    !text.fa.trim().is_empty()
}

/// All of them, and at least one.
fn all<T>(things: &[T], stated: impl Fn(&T) -> bool) -> bool {
    !things.is_empty() && things.iter().all(stated)
}

fn is_code(code: &str) -> bool {
    (8..=13).contains(&code.len()) && code.bytes().all(|digit| digit.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use locale::words::{Lang, has};
    use serde_json::{Value, json};

    use super::*;

    const SHEET: &str =
        include_str!("../../../../tenants/blueprints/fda/services/cosmetics-import/sheet.json");

    fn sheet() -> Value {
        serde_json::from_str(SHEET).unwrap()
    }

    #[test]
    fn a_whole_sheet_has_no_gaps_and_survives_being_kept() {
        let sheet: Sheet = serde_json::from_value(sheet()).unwrap();
        assert!(sheet.gaps().is_empty(), "{:?}", sheet.gaps());
        let kept: Sheet = serde_json::from_value(serde_json::to_value(&sheet).unwrap()).unwrap();
        assert_eq!(kept, sheet);
    }

    #[test]
    fn what_a_person_must_be_told_is_missed() {
        let blank = json!({"fa": " ", "en": "Something"});
        let table = [
            ("title", "/title", blank.clone()),
            ("description", "/description", blank.clone()),
            ("code", "/code", json!("12345")),
            ("code", "/code", json!("1234567890x")),
            ("documents", "/documents", json!([])),
            ("documents", "/documents/0/title", blank.clone()),
            ("duration", "/duration/span", json!({})),
            ("duration", "/duration/text", blank.clone()),
            ("deadline", "/deadline/text", blank.clone()),
            ("decides", "/decides", blank.clone()),
            ("fees", "/fees", json!([])),
            ("fees", "/fees/0", json!({"title": {"fa": "هزینه"}})),
            ("fees", "/fees/0", json!({"title": {"fa": "هزینه"}, "amount": -1})),
            ("steps", "/steps", json!([])),
            ("contact", "/contact/phone", json!("")),
            ("complaint", "/complaint/text", blank),
        ];
        for (gap, place, value) in table {
            let mut sheet = sheet();
            *sheet.pointer_mut(place).unwrap() = value;
            let sheet: Sheet = serde_json::from_value(sheet).unwrap();
            assert_eq!(sheet.gaps(), [gap], "{place}");
        }
    }

    #[test]
    fn a_sheet_with_rows_of_its_own_is_refused() {
        let mut sheet = sheet();
        sheet["colour"] = json!("blue");
        assert!(serde_json::from_value::<Sheet>(sheet).is_err());
    }

    #[test]
    fn every_choice_has_its_words() {
        fn words<T: Copy + 'static>(values: &[T], word: fn(T) -> String) -> Vec<String> {
            values.iter().map(|value| word(*value)).collect()
        }
        let all = [
            words(Variant::VARIANTS, Variant::word),
            words(Audience::VARIANTS, Audience::word),
            words(Nature::VARIANTS, Nature::word),
            words(Level::VARIANTS, Level::word),
            words(LifeEvent::VARIANTS, LifeEvent::word),
            words(Trigger::VARIANTS, Trigger::word),
            words(Channel::VARIANTS, Channel::word),
            words(DocumentForm::VARIANTS, DocumentForm::word),
            words(Starts::VARIANTS, Starts::word),
            words(DeadlineRule::VARIANTS, DeadlineRule::word),
        ];
        for key in all.concat() {
            assert!(Lang::ALL.iter().all(|lang| has(*lang, &key)), "{key}");
        }
    }
}
