//! The portal's addresses, each written once.

use domain::{CaseId, DraftId};

pub(crate) const REQUESTS: &str = "/requests";
pub(crate) const LINK: &str = "/requests/link";

pub(crate) fn service(key: &str) -> String {
    format!("/services/{key}")
}

pub(crate) fn draft(id: DraftId) -> String {
    format!("/drafts/{id}")
}

pub(crate) fn draft_documents(id: DraftId) -> String {
    format!("/drafts/{id}/documents")
}

pub(crate) fn check(id: DraftId) -> String {
    format!("/drafts/{id}/check")
}

pub(crate) fn request(id: CaseId) -> String {
    format!("/requests/{id}")
}

pub(crate) fn receipt(id: CaseId) -> String {
    format!("/requests/{id}/receipt")
}
