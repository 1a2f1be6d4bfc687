//! Fetching a document of a case.

use tenants::{Act, Scope};

use super::{stake, store};
use crate::{CaseId, DocumentId, Error, Result, documents};

/// A ticket to fetch a document of a case from the files host: good for a minute, once.
pub async fn fetch_document(
    scope: &mut Scope,
    case: CaseId,
    document: DocumentId,
) -> Result<String> {
    let found = store::case(scope, case).await?.ok_or(Error::Missing("case"))?;
    let stake = stake::stake(scope, &found).await?;
    scope.allow(Act::Fetch, &stake)?;
    let kept = documents::of_case(scope, case).await?;
    if !kept.iter().any(|d| d.id == document) {
        return Err(Error::Missing("document"));
    }
    documents::issue_ticket(scope, document).await
}
