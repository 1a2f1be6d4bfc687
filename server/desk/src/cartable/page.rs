//! The list of what lies before a position.

use chrono::{DateTime, Utc};
use domain::cartable::{Cartable, Line, LineKind, MANY, Tray};
use domain::{CaseId, PositionId};
use locale::words::{Lang, say, say1};
use serde::Serialize;
use web::Page;

use super::Wanted;
use crate::paths;
use crate::stage::{StageView, stage};

#[derive(Serialize)]
pub(crate) struct CartablePage {
    position: String,
    unit: String,
    trays: Vec<TrayView>,
    filters: Filters,
    lines: Vec<LineView>,
    page: u32,
    previous: Option<String>,
    following: Option<String>,
    /// Where the first case that lies here is opened.
    next: Option<String>,
}

/// One of the member's own positions.
#[derive(Debug, Clone, Serialize)]
struct TrayView {
    title: String,
    unit: String,
    link: String,
    /// In words, for there may be more than anybody counts; none when there is nothing.
    open: String,
    unread: Option<String>,
    overdue: Option<String>,
    current: bool,
}

#[derive(Serialize)]
struct Filters {
    /// The list without any filter.
    all: String,
    unread: bool,
    overdue: bool,
    sought: String,
    /// Whether any of them is set.
    set: bool,
}

#[derive(Debug, Clone, Serialize)]
struct LineView {
    link: String,
    service: String,
    /// The register number, once there is one.
    number: Option<String>,
    code: String,
    /// The step or what the referral is for.
    asks: String,
    /// A word for what kind of work it is.
    kind: String,
    stage: StageView,
    since: DateTime<Utc>,
    due_at: Option<DateTime<Utc>>,
    late: bool,
    unread: bool,
}

impl CartablePage {
    pub(crate) fn of(
        cartable: &Cartable,
        wanted: &Wanted,
        (lang, now): (Lang, DateTime<Utc>),
    ) -> Self {
        let list = |wanted: &Wanted| paths::cartable(cartable.position, &wanted.pairs());
        let here = list(wanted);
        let own = cartable.trays.iter().find(|tray| tray.position.id == cartable.position);
        let said = |text: Option<&tenants::Text>| text.map(|t| t.say(lang).to_owned());
        Self {
            position: said(own.map(|tray| &tray.position.title)).unwrap_or_default(),
            unit: said(own.map(|tray| &tray.position.unit_title)).unwrap_or_default(),
            trays: cartable
                .trays
                .iter()
                .map(|t| TrayView::of(t, cartable.position, lang))
                .collect(),
            filters: Filters::of(cartable.position, wanted),
            lines: cartable.lines.iter().map(|l| LineView::of(l, &here, (lang, now))).collect(),
            page: cartable.page,
            previous: (cartable.page > 1).then(|| list(&wanted.on(cartable.page - 1))),
            following: cartable.has_more.then(|| list(&wanted.on(cartable.page + 1))),
            next: (!cartable.lines.is_empty())
                .then(|| paths::next(cartable.position, &wanted.pairs())),
        }
    }
}

impl TrayView {
    fn of(tray: &Tray, current: PositionId, lang: Lang) -> Self {
        Self {
            title: tray.position.title.say(lang).to_owned(),
            unit: tray.position.unit_title.say(lang).to_owned(),
            link: paths::cartable(tray.position.id, &[]),
            open: count(lang, "desk-tray-open", tray.open),
            unread: (tray.unread > 0).then(|| count(lang, "desk-tray-unread", tray.unread)),
            overdue: (tray.overdue > 0).then(|| count(lang, "desk-tray-overdue", tray.overdue)),
            current: tray.position.id == current,
        }
    }
}

/// The words of a count, which ends at [`MANY`].
fn count(lang: Lang, key: &str, counted: i64) -> String {
    if counted < MANY {
        return say(lang, key, &[("count", counted.into())]);
    }
    say(lang, &format!("{key}-many"), &[("count", (MANY - 1).into())])
}

impl Filters {
    fn of(position: PositionId, wanted: &Wanted) -> Self {
        let (unread, overdue) = (wanted.unread(), wanted.overdue());
        let sought = wanted.sought().to_owned();
        let set = unread || overdue || !sought.is_empty();
        Self { all: paths::cartable(position, &[]), unread, overdue, sought, set }
    }
}

impl LineView {
    fn of(line: &Line, list: &str, (lang, now): (Lang, DateTime<Utc>)) -> Self {
        let (kind, title) = match &line.kind {
            LineKind::Task { title } => ("desk-kind-step", title),
            LineKind::Referral { action, requires_answer: true } => ("desk-kind-referral", action),
            LineKind::Referral { action, requires_answer: false } => ("desk-kind-copy", action),
        };
        Self {
            link: paths::case_from(line.case, list),
            service: line.service.say(lang).to_owned(),
            number: line.number.clone(),
            code: line.code.grouped(),
            asks: title.say(lang).to_owned(),
            kind: say1(lang, kind),
            stage: stage(&line.stage, lang),
            since: line.since,
            due_at: line.due_at,
            late: line.due_at.is_some_and(|due| due < now),
            unread: line.unread,
        }
    }
}

impl Page for CartablePage {
    const TEMPLATE: &'static str = "desk/cartable/list.html";

    fn samples() -> Vec<Self> {
        let filters = |set| Filters {
            all: "/cartable/1".into(),
            unread: set,
            overdue: set,
            sought: if set { "1405/12".into() } else { String::new() },
            set,
        };
        let full = Self {
            lines: vec![LineView::sample(true), LineView::sample(false)],
            page: 2,
            previous: Some("/cartable/1".into()),
            following: Some("/cartable/1?page=3".into()),
            next: Some("/cartable/1/next".into()),
            ..Self::sample(filters(true))
        };
        vec![full, Self::sample(filters(true)), Self::sample(filters(false))]
    }

    fn title(&self, lang: Lang) -> String {
        say(lang, "desk-cartable-title", &[("position", self.position.as_str().into())])
    }
}

impl CartablePage {
    fn sample(filters: Filters) -> Self {
        let tray = TrayView {
            title: "کارشناس واردات".into(),
            unit: "ادارهٔ واردات".into(),
            link: "/cartable/1".into(),
            open: count(Lang::Fa, "desk-tray-open", 12),
            unread: Some(count(Lang::Fa, "desk-tray-unread", 3)),
            overdue: Some(count(Lang::Fa, "desk-tray-overdue", MANY)),
            current: true,
        };
        let other = TrayView { unread: None, overdue: None, current: false, ..tray.clone() };
        Self {
            position: tray.title.clone(),
            unit: tray.unit.clone(),
            trays: vec![tray, other],
            filters,
            lines: Vec::new(),
            page: 1,
            previous: None,
            following: None,
            next: None,
        }
    }
}

impl LineView {
    fn sample(late: bool) -> Self {
        Self {
            link: paths::case_from(CaseId::new(), "/cartable/1?unread=1"),
            service: "مجوز ورود فرآوردهٔ آرایشی".into(),
            number: late.then(|| "1405/12".to_owned()),
            code: "1234 5678 9012 3456".into(),
            asks: "بررسی کارشناسی".into(),
            kind: say1(Lang::Fa, if late { "desk-kind-step" } else { "desk-kind-referral" }),
            stage: stage("in_review", Lang::Fa),
            since: DateTime::UNIX_EPOCH,
            due_at: late.then_some(DateTime::UNIX_EPOCH),
            late,
            unread: late,
        }
    }
}

/// For a member who holds no position at present.
#[derive(Serialize)]
pub(crate) struct NoPositionPage {}

impl Page for NoPositionPage {
    const TEMPLATE: &'static str = "desk/cartable/none.html";

    fn samples() -> Vec<Self> {
        vec![Self {}]
    }

    fn title(&self, lang: Lang) -> String {
        say1(lang, "desk-no-position-title")
    }
}
