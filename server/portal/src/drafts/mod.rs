//! Drafts: the answers, the documents, a look at both, and handing them in. Every step saves,
//! right or wrong; only handing in needs everything to be right.

pub(crate) mod answers;
mod answers_page;
mod check_page;
pub(crate) mod documents;
mod documents_page;
pub(crate) mod submission;

use domain::{CaseId, DraftId, Error, Refusal};
use web::{Answer, go};

pub(crate) use answers_page::AnswersPage;
pub(crate) use check_page::CheckPage;
pub(crate) use documents_page::{DocumentsPage, file_line};

use crate::paths;

/// A draft that became a case has its receipt in its place.
fn elsewhere(id: DraftId, error: Error) -> Answer {
    match error {
        Error::Refused(Refusal::DraftSubmitted) => go(paths::receipt(CaseId(id.0))),
        other => Err(other.into()),
    }
}
