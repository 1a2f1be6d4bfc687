//! The addresses of a draft's pages, each written once.

use domain::{ProcessDraftId, ProcessVersionId};

pub(crate) const PROCESSES: &str = "/processes";

pub(crate) fn draft(id: ProcessDraftId) -> String {
    format!("/processes/drafts/{id}")
}

pub(crate) fn diagram(id: ProcessDraftId) -> String {
    format!("{}/diagram", draft(id))
}

pub(crate) fn version(id: ProcessVersionId) -> String {
    format!("/processes/{id}")
}
