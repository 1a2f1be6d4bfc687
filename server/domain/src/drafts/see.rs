//! One draft, and whether it can be handed in.

use forms::Answers;
use tenants::{Act, Scope};

use super::{Draft, store};
use crate::documents::{self, Document};
use crate::{DraftId, Error, Refusal, Result};

/// The draft with its documents.
pub async fn see(scope: &mut Scope, id: DraftId) -> Result<(Draft, Vec<Document>)> {
    let draft = store::draft(scope, id).await?;
    scope.allow(Act::See, &draft)?;
    if draft.submitted_at.is_some() {
        return Err(Refusal::DraftSubmitted.into());
    }
    let documents = documents::of_draft(scope, id).await?;
    Ok((draft, documents))
}

/// Check the draft as submitting would: its answers, or what needs another look.
pub async fn check(scope: &mut Scope, id: DraftId) -> Result<(Draft, Vec<Document>, Answers)> {
    let (draft, documents) = see(scope, id).await?;
    let answers = answers(&draft, &documents)?;
    Ok((draft, documents, answers))
}

pub(crate) fn answers(draft: &Draft, documents: &[Document]) -> Result<Answers> {
    let count = |field: &str| documents.iter().filter(|d| d.field == field).count();
    draft.service.form.check(&draft.typed, &count).map_err(Error::Invalid)
}
