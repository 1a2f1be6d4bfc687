//! The identity sheet of a service: whatever the official form asks is said.

use super::{Findings, repeats};
use crate::blueprints::read::{ServiceFiles, sheet_of};

pub(super) fn check(findings: &mut Findings<'_>, service: &ServiceFiles) {
    let file = sheet_of(&service.key);
    let Some(sheet) = &service.sheet else { return };
    for gap in sheet.gaps() {
        findings.add(&file, gap, format!("{gap} is not stated as it has to be"));
    }
    for (number, key) in repeats(sheet.documents.iter().map(|it| it.key.as_str())) {
        findings.add(&file, &format!("documents/{number}/key"), format!("{key} stands twice"));
    }
}
