//! The addresses of a draft's pages, each written once.

use domain::{ProcessDraftId, ProcessVersionId};

pub(crate) const PROCESSES: &str = "/processes";

pub(crate) fn draft(id: ProcessDraftId) -> String {
    format!("/processes/drafts/{id}")
}

pub(crate) fn diagram(id: ProcessDraftId) -> String {
    format!("{}/diagram", draft(id))
}

/// The line of a step in the list.
pub(crate) fn line(id: ProcessDraftId, step: &str) -> String {
    format!("/processes/drafts/{id}#step-{step}")
}

pub(crate) fn step(id: ProcessDraftId, step: &str) -> String {
    format!("/processes/drafts/{id}/steps/{step}")
}

pub(crate) fn version(id: ProcessVersionId) -> String {
    format!("/processes/{id}")
}
