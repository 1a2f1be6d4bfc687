//! The reasons that may be given for an outcome.

use super::process::decided;
use super::{Findings, repeats};
use crate::blueprints::read::REASONS;

pub(super) fn check(findings: &mut Findings<'_>) {
    let reasons = &findings.reading.reasons;
    // A case keeps the key alone.
    for (number, key) in repeats(reasons.iter().map(|reason| reason.key.as_str())) {
        findings.add(REASONS, &format!("{number}/key"), format!("{key} stands twice"));
    }
    let outcomes: Vec<String> =
        findings.reading.services.iter().flat_map(|service| decided(&service.process)).collect();
    for (number, reason) in reasons.iter().enumerate() {
        if !outcomes.contains(&reason.outcome) {
            let detail = format!("no step decides {}", reason.outcome);
            findings.add(REASONS, &format!("{number}/outcome"), detail);
        }
    }
}
