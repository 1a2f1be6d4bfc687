//! Checking the numbers that identify people, companies and phones.

use locale::identity::{self, CompanyId, Mobile, NationalCode};
use locale::text;

use super::Checked;
use crate::Flaw;

pub(super) fn national_code(raw: &str) -> Checked {
    if is_blank(raw) {
        return Ok(None);
    }
    match NationalCode::parse(raw) {
        Ok(code) => Ok(Some(code.as_str().into())),
        Err(flaw) => Err(lost_zeros(raw).unwrap_or_else(|| of_identity(flaw))),
    }
}

pub(super) fn company_id(raw: &str) -> Checked {
    if is_blank(raw) {
        return Ok(None);
    }
    CompanyId::parse(raw).map(|id| Some(id.as_str().into())).map_err(of_identity)
}

pub(super) fn mobile(raw: &str) -> Checked {
    if is_blank(raw) {
        return Ok(None);
    }
    Mobile::parse(raw).map(|mobile| Some(mobile.as_str().into())).map_err(of_identity)
}

fn is_blank(raw: &str) -> bool {
    text::clean(raw).is_empty()
}

/// A spreadsheet that lost the leading zeros: the code is proposed, never silently mended.
fn lost_zeros(raw: &str) -> Option<Flaw> {
    let code = NationalCode::padded(raw)?;
    Some(Flaw::new("national-code-zeros").with("code", code.as_str()))
}

fn of_identity(flaw: identity::Flaw) -> Flaw {
    Flaw::new(format!("flaw-{}", flaw.code()))
}
