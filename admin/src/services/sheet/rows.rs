//! The rows of a sheet's form: which there are, in which section, and what each holds.

use domain::catalogue::{
    Audience, Channel, DeadlineRule, DocumentForm, Level, LifeEvent, Nature, Starts, Trigger,
    Variant,
};
use strum::VariantArray;

/// A part of the form, under a heading `services-section-<key>`.
pub(crate) struct Section {
    pub(crate) key: &'static str,
    pub(crate) rows: &'static [Row],
}

/// A row, called `services-row-<name>`; the name is the sheet's own.
pub(crate) struct Row {
    pub(crate) name: &'static str,
    pub(crate) kind: Kind,
    /// Whether it may be left open.
    pub(crate) open: bool,
}

/// What a row holds.
pub(crate) enum Kind {
    /// One line in each language.
    Words,
    /// More than one line.
    Paragraph,
    /// A list of sentences, one a line.
    Sentences,
    /// A code, a number to dial, an address: the same in every language.
    Plain,
    /// An address on the web.
    Link,
    /// The key of one of the form's file fields.
    Document,
    Choice(Choices),
    Set(Choices),
    Yes,
    /// A whole number, at most so large.
    Number(i64),
    Day,
    /// Rows within a row.
    Part(&'static [Row]),
    /// Any number of such parts.
    List(&'static [Row]),
}

/// The values of a closed list, each with the key of its words.
pub(crate) type Choices = fn() -> Vec<(&'static str, String)>;

const fn must(name: &'static str, kind: Kind) -> Row {
    Row { name, kind, open: false }
}

const fn may(name: &'static str, kind: Kind) -> Row {
    Row { name, kind, open: true }
}

fn values<T>(word: fn(T) -> String) -> Vec<(&'static str, String)>
where
    T: VariantArray + Copy + Into<&'static str> + 'static,
{
    T::VARIANTS.iter().map(|value| ((*value).into(), word(*value))).collect()
}

const VARIANT: Kind = Kind::Choice(|| values(Variant::word));
const AUDIENCE: Kind = Kind::Set(|| values(Audience::word));
const NATURE: Kind = Kind::Choice(|| values(Nature::word));
const LEVEL: Kind = Kind::Choice(|| values(Level::word));
const LIFE_EVENTS: Kind = Kind::Set(|| values(LifeEvent::word));
const TRIGGER: Kind = Kind::Choice(|| values(Trigger::word));
const CHANNELS: Kind = Kind::Set(|| values(Channel::word));
const DOCUMENT_FORM: Kind = Kind::Choice(|| values(DocumentForm::word));
const STARTS: Kind = Kind::Choice(|| values(Starts::word));
const DEADLINE_RULE: Kind = Kind::Choice(|| values(DeadlineRule::word));

/// A part of a span holds no more.
const SPAN_PART: Kind = Kind::Number(65_535);
/// More rials than any service costs, and exact as a JSON number.
const RIALS: Kind = Kind::Number(999_999_999_999_999);

const SPAN: &[Row] = &[
    may("months", SPAN_PART),
    may("days", SPAN_PART),
    may("working_days", SPAN_PART),
    may("hours", SPAN_PART),
    may("minutes", SPAN_PART),
    may("opening_hours", Kind::Yes),
];

const DOCUMENT: &[Row] = &[
    must("key", Kind::Document),
    must("title", Kind::Words),
    must("form", DOCUMENT_FORM),
    must("issuer", Kind::Words),
    may("required", Kind::Yes),
    may("note", Kind::Paragraph),
];

const FEE: &[Row] = &[
    must("title", Kind::Words),
    may("amount", RIALS),
    may("rule", Kind::Paragraph),
    may("account", Kind::Plain),
    may("online", Kind::Yes),
];

const STEP: &[Row] =
    &[must("title", Kind::Words), must("text", Kind::Paragraph), must("office", Kind::Words)];

const INQUIRY: &[Row] =
    &[must("agency", Kind::Words), must("about", Kind::Words), may("online", Kind::Yes)];

const LAW: &[Row] = &[must("title", Kind::Words), may("link", Kind::Link)];

const QUESTION: &[Row] = &[must("question", Kind::Words), must("answer", Kind::Paragraph)];

const DURATION: &[Row] = &[must("text", Kind::Paragraph), must("starts", STARTS)];

const DEADLINE: &[Row] = &[must("rule", DEADLINE_RULE), must("text", Kind::Paragraph)];

const CONTACT: &[Row] = &[
    must("office", Kind::Words),
    must("phone", Kind::Plain),
    may("email", Kind::Plain),
    may("address", Kind::Words),
];

const COMPLAINT: &[Row] = &[must("text", Kind::Paragraph), may("link", Kind::Link)];

const EDITION: &[Row] = &[must("number", Kind::Number(65_535)), must("approved_on", Kind::Day)];

/// All of the sheet, in the order in which it is filled in.
pub(crate) const SECTIONS: &[Section] = &[
    Section {
        key: "service",
        rows: &[
            must("title", Kind::Words),
            may("code", Kind::Plain),
            may("parent_agency", Kind::Words),
            must("description", Kind::Paragraph),
            must("recipients", Kind::Words),
            must("variant", VARIANT),
            may("audience", AUDIENCE),
            must("nature", NATURE),
            must("level", LEVEL),
            may("life_events", LIFE_EVENTS),
            must("trigger", TRIGGER),
        ],
    },
    Section { key: "documents", rows: &[must("documents", Kind::List(DOCUMENT))] },
    Section {
        key: "time",
        rows: &[
            must("duration", Kind::Part(DURATION)),
            must("duration.span", Kind::Part(SPAN)),
            must("deadline", Kind::Part(DEADLINE)),
            must("hours", Kind::Words),
            may("frequency", Kind::Words),
            may("validity", Kind::Words),
        ],
    },
    Section { key: "fees", rows: &[must("fees", Kind::List(FEE))] },
    Section {
        key: "steps",
        rows: &[
            must("decides", Kind::Words),
            must("visits", Kind::Words),
            must("steps", Kind::List(STEP)),
            may("inquiries", Kind::List(INQUIRY)),
        ],
    },
    Section {
        key: "contact",
        rows: &[
            must("contact", Kind::Part(CONTACT)),
            must("complaint", Kind::Part(COMPLAINT)),
            may("channels", CHANNELS),
        ],
    },
    Section {
        key: "more",
        rows: &[
            may("laws", Kind::List(LAW)),
            may("faq", Kind::List(QUESTION)),
            may("sla", Kind::Sentences),
            must("edition", Kind::Part(EDITION)),
        ],
    },
];
