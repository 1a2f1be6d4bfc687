//! The addresses of trials and tests, each written once.

use domain::ProcessDraftId;

pub(crate) fn trial(id: ProcessDraftId) -> String {
    format!("/processes/drafts/{id}/trials")
}

pub(crate) fn tests(id: ProcessDraftId) -> String {
    format!("/processes/drafts/{id}/tests")
}
