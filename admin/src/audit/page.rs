//! The log as people read it.

use chrono::{DateTime, Utc};
use domain::administration::{self, AuditLine, Chain, Decided};
use domain::identity::MemberLine;
use forms::OptionView;
use locale::text::isolated;
use locale::words::{Lang, say1};
use serde::Serialize;
use tenants::{Act, Kind};
use uuid::Uuid;
use web::Page;

use super::Wanted;
use super::wanted::written;
use crate::members::samples;
use crate::paths;

#[derive(Serialize)]
pub(crate) struct AuditPage {
    chain: ChainView,
    filters: Filters,
    lines: Vec<LineView>,
    first: Option<String>,
    next: Option<String>,
}

/// What is known of the chain.
#[derive(Serialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
enum ChainView {
    Sound { lines: u64, unsealed: u64, at: DateTime<Utc> },
    Broken { text: String },
    Unread { lines: i64, check: String },
}

#[derive(Serialize)]
struct Filters {
    staff: Vec<OptionView>,
    acts: Vec<OptionView>,
    kinds: Vec<OptionView>,
    since: String,
    until: String,
    refused: bool,
    /// Whether any of them is set.
    set: bool,
    all: &'static str,
}

#[derive(Serialize)]
pub(crate) struct LineView {
    at: DateTime<Utc>,
    who: String,
    decisions: Vec<DecisionView>,
    sealed: bool,
}

#[derive(Serialize)]
struct DecisionView {
    what: String,
    thing: Option<String>,
    /// The id, shortened, where nothing better is known.
    id: Option<String>,
    allowed: bool,
}

impl AuditPage {
    pub(super) fn of(
        (page, chain): (&administration::AuditPage, &Chain),
        members: &[MemberLine],
        (wanted, lang, now): (&Wanted, Lang, DateTime<Utc>),
    ) -> Self {
        let same = |more: &[(&str, &str)]| {
            paths::with(paths::AUDIT, &[wanted.pairs().as_slice(), more].concat())
        };
        let next = page.next.map(written);
        Self {
            chain: ChainView::of(chain, now),
            filters: Filters::of(wanted, members, lang),
            lines: page.lines.iter().map(|line| LineView::of(line, lang)).collect(),
            first: (!wanted.is_first()).then(|| same(&[])),
            next: next.map(|next| same(&[("before", next.as_str())])),
        }
    }
}

impl ChainView {
    fn of(chain: &Chain, now: DateTime<Utc>) -> Self {
        match chain {
            Chain::Sound { lines, unsealed } => {
                Self::Sound { lines: *lines, unsealed: *unsealed, at: now }
            }
            Chain::Broken(flaw) => Self::Broken { text: flaw.to_string() },
            Chain::Unread { lines } => {
                Self::Unread { lines: *lines, check: paths::with(paths::AUDIT, &[("check", "1")]) }
            }
        }
    }
}

impl Filters {
    fn of(wanted: &Wanted, members: &[MemberLine], lang: Lang) -> Self {
        let option = |value: String, label: String, chosen: &str| OptionView {
            selected: value == chosen,
            value,
            label,
        };
        let staff =
            members.iter().map(|m| option(m.id.to_string(), isolated(&m.name), &wanted.staff));
        let named = |of: &str, name: &'static str, chosen: &str| {
            option(name.to_owned(), say1(lang, &format!("admin-{of}-{name}")), chosen)
        };
        Self {
            staff: staff.collect(),
            acts: ACTS.iter().map(|act| named("act", act.into(), &wanted.act)).collect(),
            kinds: KINDS.iter().map(|kind| named("kind", kind.into(), &wanted.kind)).collect(),
            since: wanted.since.clone(),
            until: wanted.until.clone(),
            refused: !wanted.refused.is_empty(),
            set: wanted.is_set(),
            all: paths::AUDIT,
        }
    }
}

impl LineView {
    pub(crate) fn of(line: &AuditLine, lang: Lang) -> Self {
        Self {
            at: line.at,
            who: line.name.clone().unwrap_or_else(|| say1(lang, &format!("admin-is-{}", line.is))),
            decisions: line.decisions.iter().map(|d| DecisionView::of(d, lang)).collect(),
            sealed: line.sealed,
        }
    }
}

impl DecisionView {
    fn of(decided: &Decided, lang: Lang) -> Self {
        let (act, kind): (&str, &str) = (decided.act.into(), decided.kind.into());
        let words = [format!("admin-act-{act}"), format!("admin-kind-{kind}")];
        let thing = decided.thing.as_ref().map(|thing| thing.say(lang).to_owned());
        let short = |id: Uuid| id.simple().to_string()[24..].to_owned();
        Self {
            what: words.map(|key| say1(lang, &key)).join(" "),
            id: decided.id.filter(|_| thing.is_none()).map(short),
            thing,
            allowed: decided.allowed,
        }
    }
}

/// What leaves lines; a list or what a worker does leaves one only when it is refused.
const ACTS: [Act; 17] = [
    Act::See,
    Act::Start,
    Act::Edit,
    Act::Submit,
    Act::Attach,
    Act::Fetch,
    Act::Track,
    Act::Withdraw,
    Act::Supply,
    Act::Complete,
    Act::Number,
    Act::Ask,
    Act::Refer,
    Act::Answer,
    Act::Decide,
    Act::Configure,
    Act::List,
];

const KINDS: [Kind; 11] = [
    Kind::Agency,
    Kind::Service,
    Kind::Draft,
    Kind::Case,
    Kind::Task,
    Kind::Referral,
    Kind::Document,
    Kind::Cartable,
    Kind::Register,
    Kind::Notice,
    Kind::Tenant,
];

/// A line for the samples of pages.
pub(crate) fn sample(allowed: bool) -> AuditLine {
    let decided = |thing: Option<&str>| Decided {
        act: Act::Configure,
        kind: Kind::Agency,
        id: Some(Uuid::now_v7()),
        thing: thing.map(|fa| tenants::Text { fa: fa.into(), en: None }),
        allowed,
    };
    AuditLine {
        id: Uuid::now_v7(),
        at: DateTime::UNIX_EPOCH,
        is: "staff".into(),
        name: allowed.then(|| "نرگس نمونه".into()),
        decisions: vec![decided(Some("ادارهٔ نمونه")), decided(None)],
        sealed: allowed,
    }
}

impl Page for AuditPage {
    const TEMPLATE: &'static str = "admin/audit/log.html";

    fn samples() -> Vec<Self> {
        let at = DateTime::UNIX_EPOCH;
        let lines = vec![sample(true), sample(false)];
        let full = administration::AuditPage { lines, next: Some((at, Uuid::now_v7())) };
        let empty = administration::AuditPage { lines: Vec::new(), next: None };
        let (plain, some) =
            (Wanted::default(), Wanted { refused: "1".into(), ..Wanted::default() });
        let sound = Chain::Sound { lines: 12, unsealed: 1 };
        let broken = Chain::Broken(tenants::audit::Flaw::WrongHash(7));
        let unread = Chain::Unread { lines: 90_000 };
        let members = samples::lines();
        vec![
            Self::of((&full, &sound), &members, (&plain, Lang::Fa, at)),
            Self::of((&empty, &broken), &members, (&some, Lang::Fa, at)),
            Self::of((&empty, &unread), &members, (&plain, Lang::Fa, at)),
        ]
    }

    fn title(&self, lang: Lang) -> String {
        say1(lang, "admin-nav-audit")
    }
}
