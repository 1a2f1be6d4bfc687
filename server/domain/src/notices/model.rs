//! Kinds of notices, whom they go to, and what became of them.

use chrono::{DateTime, Utc};
use locale::identity::Mobile;
use locale::words::Lang;
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};
use tenants::{Caller, Kind, Relation, Resource};
use uuid::Uuid;

use super::Facts;
use crate::{CaseId, NoticeId};

/// What people are told. Each agency words each kind, for each channel and language.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    IntoStaticStr,
    EnumString,
    VariantArray,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum NoticeKind {
    /// The code that proves a mobile number.
    OneTimeCode,
    /// A request was received and has a tracking code.
    Opened,
    /// The secretariat gave it a number.
    Numbered,
    /// It was referred, and the sender chose to tell the applicant.
    Referred,
    /// Documents are asked for, by a day.
    DocumentsMissing,
    DocumentsReceived,
    /// It was decided; the answer can be read.
    Answered,
    Withdrawn,
    /// It was ended because what was asked for did not come.
    Lapsed,
}

/// The ways to reach a person.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    IntoStaticStr,
    EnumString,
    VariantArray,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Channel {
    Sms,
    Email,
}

/// What became of a notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, IntoStaticStr, EnumString)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum NoticeState {
    Queued,
    /// The carrier took it.
    Sent,
    /// The carrier says that it arrived.
    Delivered,
    /// The carrier says that it did not arrive.
    Undelivered,
    /// The carrier would not take it.
    Rejected,
    /// It was too late to be of use, and was not sent.
    Expired,
}

/// A person's addresses and language.
#[derive(Clone, Default)]
pub struct Contact {
    pub mobile: Option<Mobile>,
    pub email: Option<String>,
    pub lang: Lang,
}

impl Contact {
    pub(super) fn address(&self, channel: Channel) -> Option<&str> {
        match channel {
            Channel::Sms => self.mobile.as_ref().map(Mobile::as_str),
            Channel::Email => self.email.as_deref().filter(|email| !email.is_empty()),
        }
    }
}

/// A notice to write.
#[derive(Clone, Copy)]
pub struct NewNotice<'a> {
    pub case: Option<CaseId>,
    pub kind: NoticeKind,
    pub to: &'a Contact,
    pub facts: Facts<'a>,
}

/// A notice as a case's page tells of it: what was sent how, and what came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct NoticeLine {
    pub kind: NoticeKind,
    pub channel: Channel,
    pub state: NoticeState,
    pub written_at: DateTime<Utc>,
    pub settled_at: Option<DateTime<Utc>>,
}

/// A notice before the worker that sends it.
pub(super) struct Mail(pub(super) NoticeId);

impl Resource for Mail {
    const KIND: Kind = Kind::Notice;

    fn id(&self) -> Option<Uuid> {
        Some(self.0.0)
    }

    fn relations(&self, _: &Caller) -> Vec<Relation> {
        Vec::new()
    }
}
