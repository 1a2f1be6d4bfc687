//! The words of notices.

use locale::words::{Lang, say};
use strum::VariantArray;

use super::Findings;
use crate::blueprints::read::NOTICES;
use crate::notices::{Channel, NoticeKind, Wording};

/// What goes out can be filled and sent; where something is offered, every kind goes out by SMS in
/// each language.
pub(super) fn check(findings: &mut Findings<'_>) {
    if !findings.is_read(NOTICES) {
        return;
    }
    let wordings = &findings.reading.wordings;
    for wording in wordings {
        told(findings, wording);
    }
    if findings.reading.services.is_empty() {
        return;
    }
    for kind in NoticeKind::VARIANTS {
        for lang in Lang::ALL {
            let is_it = |w: &&Wording| (w.kind, w.lang, w.channel) == (*kind, lang, Channel::Sms);
            if !wordings.iter().any(|w| is_it(&w)) {
                let kind = <&str>::from(*kind);
                findings.add(
                    NOTICES,
                    &format!("{kind}/sms"),
                    format!("{kind} has no SMS in {lang}"),
                );
            }
        }
    }
}

fn told(findings: &mut Findings<'_>, wording: &Wording) {
    let Some(flaw) = wording.flaw() else { return };
    let (kind, channel) = (<&str>::from(wording.kind), <&str>::from(wording.channel));
    let path = format!("{kind}/{channel}/{}/{}", wording.lang, flaw.field);
    let why = say(Lang::En, &format!("form-{}", flaw.code), &[]);
    findings.add(NOTICES, &path, format!("{kind} by {channel} in {}: {why}", wording.lang));
}
