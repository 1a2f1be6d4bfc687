//! The list of incidents.

use chrono::{DateTime, Utc};
use domain::cases::repair::{IncidentLine, Incidents};
use locale::words::{Lang, say1};
use serde::Serialize;
use web::Page;

use super::incident_page::step_name;
use crate::paths;

#[derive(Serialize)]
pub(crate) struct IncidentsPage {
    ended: bool,
    open: i64,
    old: i64,
    lines: Vec<LineView>,
    previous: Option<String>,
    next: Option<String>,
}

#[derive(Serialize)]
pub(super) struct LineView {
    pub(super) link: String,
    pub(super) code: String,
    pub(super) number: Option<String>,
    pub(super) service: String,
    pub(super) step: String,
    pub(super) what: String,
    pub(super) opened_at: DateTime<Utc>,
    pub(super) ended: Option<EndedView>,
}

#[derive(Serialize)]
pub(super) struct EndedView {
    at: DateTime<Utc>,
    how: String,
    by: Option<String>,
    reason: Option<String>,
}

impl IncidentsPage {
    pub(super) fn of(found: &Incidents, (ended, number): (bool, u32), lang: Lang) -> Self {
        let page = |number: u32| {
            let (ended, number) = (if ended { "1" } else { "" }, number.to_string());
            paths::with(paths::INCIDENTS, &[("ended", ended), ("page", &number)])
        };
        Self {
            ended,
            open: found.open,
            old: found.old,
            lines: found.lines.iter().map(|line| LineView::of(line, lang)).collect(),
            previous: (number > 1).then(|| page(number - 1)),
            next: found.more.then(|| page(number + 1)),
        }
    }
}

impl LineView {
    pub(super) fn of(line: &IncidentLine, lang: Lang) -> Self {
        let incident = &line.incident;
        let ended = incident.resolved.as_ref().map(|it| {
            let how: &str = it.how.into();
            EndedView {
                at: it.at,
                how: say1(lang, &format!("incidents-how-{how}")),
                by: line.by.clone(),
                reason: it.reason.clone(),
            }
        });
        let kind: &str = incident.kind.into();
        Self {
            link: paths::incident(incident.id),
            code: line.code.as_str().to_owned(),
            number: line.number.clone(),
            service: line.service.sheet.title.say(lang).to_owned(),
            step: step_name(&line.definition, &incident.node, lang),
            what: say1(lang, &format!("incidents-kind-{kind}")),
            opened_at: incident.opened_at,
            ended,
        }
    }

    pub(super) fn sample(ended: bool) -> Self {
        let ended = ended.then(|| EndedView {
            at: DateTime::UNIX_EPOCH,
            how: "دوباره انجام شد".into(),
            by: Some("نرگس نمونه".into()),
            reason: Some("مبلغ اصلاح شد.".into()),
        });
        Self {
            link: paths::incident(domain::IncidentId(uuid::Uuid::nil())),
            code: "14050903000012".into(),
            number: Some("۱۴۰۵/۱۲".into()),
            service: "مجوز ورود فرآورده".into(),
            step: "بررسی کارشناسی".into(),
            what: "هیچ شرطی برقرار نیست".into(),
            opened_at: DateTime::UNIX_EPOCH,
            ended,
        }
    }
}

impl Page for IncidentsPage {
    const TEMPLATE: &'static str = "admin/incidents/list.html";

    fn samples() -> Vec<Self> {
        let page = |ended, lines, next: Option<&str>| Self {
            ended,
            open: 3,
            old: i64::from(!ended),
            lines,
            previous: next.map(|_| "/incidents?page=1".into()),
            next: next.map(str::to_owned),
        };
        vec![
            page(false, vec![LineView::sample(false)], Some("/incidents?page=3")),
            page(true, vec![LineView::sample(true)], None),
            page(false, Vec::new(), None),
        ]
    }

    fn title(&self, lang: Lang) -> String {
        say1(lang, "incidents-title")
    }
}
