//! The words of notices.

use locale::words::Lang;
use strum::VariantArray;

use super::Findings;
use crate::notices::{Channel, NoticeKind};

const FILE: &str = "notices.json";

/// Where something is offered, every kind goes out by SMS in each language; saving the words checks the rest.
pub(super) fn check(findings: &mut Findings<'_>) {
    if findings.blueprint.services.is_empty() {
        return;
    }
    let wordings = &findings.blueprint.wordings;
    for kind in NoticeKind::VARIANTS {
        for lang in Lang::ALL {
            let is_it = |channel| {
                wordings.iter().any(|w| w.kind == *kind && w.lang == lang && w.channel == channel)
            };
            if !is_it(Channel::Sms) {
                findings.add(FILE, format!("{} has no SMS in {lang}", <&str>::from(*kind)));
            }
        }
    }
}
