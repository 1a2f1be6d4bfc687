//! The desk's addresses, each written once.

use domain::{CaseId, DocumentId, DraftId, PositionId, ReferralId, TaskId};
use form_urlencoded::Serializer;

pub(crate) const FRONT: &str = "/";
pub(crate) const COUNTER: &str = "/counter";

pub(crate) fn cartable(position: PositionId, wanted: &[(&str, &str)]) -> String {
    join(&format!("/cartable/{position}"), wanted)
}

/// What to do next in a cartable, seen with the same filters.
pub(crate) fn next(position: PositionId, wanted: &[(&str, &str)]) -> String {
    join(&format!("/cartable/{position}/next"), wanted)
}

/// What to do after a case that was opened from a list; nothing when it was not.
pub(crate) fn next_after(back: &str, case: CaseId) -> Option<String> {
    let list = back.strip_prefix("/cartable/")?;
    let (position, filters) = list.split_once('?').unwrap_or((list, ""));
    let position: PositionId = position.parse().ok()?;
    let joint = if filters.is_empty() { "" } else { "&" };
    Some(format!("/cartable/{position}/next?{filters}{joint}after={case}"))
}

pub(crate) fn case(id: CaseId) -> String {
    format!("/cases/{id}")
}

/// A case that leads back to the list it was opened from.
pub(crate) fn case_from(id: CaseId, back: &str) -> String {
    join(&case(id), &[("back", back)])
}

pub(crate) fn completion(case: CaseId, task: TaskId) -> String {
    format!("/cases/{case}/tasks/{task}/completion")
}

pub(crate) fn referrals(case: CaseId) -> String {
    format!("/cases/{case}/referrals")
}

pub(crate) fn answer(case: CaseId, referral: ReferralId) -> String {
    format!("/cases/{case}/referrals/{referral}/answer")
}

pub(crate) fn document(case: CaseId, document: DocumentId) -> String {
    format!("/cases/{case}/documents/{document}")
}

pub(crate) fn counter_service(key: &str) -> String {
    format!("{COUNTER}/services/{key}")
}

pub(crate) fn counter_draft(id: DraftId) -> String {
    format!("{COUNTER}/drafts/{id}")
}

pub(crate) fn counter_visitor(id: DraftId) -> String {
    format!("{COUNTER}/drafts/{id}/visitor")
}

pub(crate) fn counter_documents(id: DraftId) -> String {
    format!("{COUNTER}/drafts/{id}/documents")
}

pub(crate) fn counter_check(id: DraftId) -> String {
    format!("{COUNTER}/drafts/{id}/check")
}

pub(crate) fn registration(id: DraftId) -> String {
    format!("{COUNTER}/drafts/{id}/registration")
}

pub(crate) fn receipt(id: CaseId) -> String {
    format!("{COUNTER}/requests/{id}/receipt")
}

fn join(path: &str, pairs: &[(&str, &str)]) -> String {
    if pairs.is_empty() { path.to_owned() } else { format!("{path}?{}", query(pairs)) }
}

fn query(pairs: &[(&str, &str)]) -> String {
    Serializer::new(String::new()).extend_pairs(pairs).finish()
}
