//! The identity sheet of a service: whatever the official form asks is said.

use super::{Findings, repeats};
use crate::blueprints::model::ServicePlan;
use crate::blueprints::read::sheet_of;

pub(super) fn check(findings: &mut Findings<'_>, service: &ServicePlan) {
    let file = sheet_of(&service.key);
    if !findings.is_read(&file) {
        return;
    }
    for gap in service.sheet.gaps() {
        findings.add(&file, gap, format!("{gap} is not stated as it has to be"));
    }
    for (number, key) in repeats(service.sheet.documents.iter().map(|it| it.key.as_str())) {
        findings.add(&file, &format!("documents/{number}/key"), format!("{key} stands twice"));
    }
}
