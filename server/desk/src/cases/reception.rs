//! How a case began, where it began at a counter.

use chrono::{DateTime, Utc};
use domain::cases::CaseFile;
use domain::counter::Reception;
use forms::SummaryRow;
use locale::words::Lang;
use serde::Serialize;

#[derive(Debug, Clone, Serialize)]
pub(super) struct ReceptionView {
    /// What the clerk noted of whoever asked.
    pub(super) noted: Vec<SummaryRow>,
    /// Whether news go to a number that is not the applicant's own.
    pub(super) others_mobile: bool,
    pub(super) position: String,
    pub(super) unit: String,
    pub(super) by: Option<String>,
    pub(super) at: Option<DateTime<Utc>>,
}

pub(super) fn reception(file: &CaseFile, lang: Lang) -> Option<ReceptionView> {
    file.reception.as_ref().map(|reception| view(reception, lang))
}

fn view(reception: &Reception, lang: Lang) -> ReceptionView {
    let (visitor, position) = (&reception.visitor, reception.position.as_ref());
    ReceptionView {
        noted: visitor.summary(lang),
        others_mobile: visitor.mobile().is_some() && !visitor.owns_mobile(),
        position: position.map(|p| p.title.say(lang).to_owned()).unwrap_or_default(),
        unit: position.map(|p| p.unit_title.say(lang).to_owned()).unwrap_or_default(),
        by: reception.registered_by.clone(),
        at: reception.registered_at,
    }
}
