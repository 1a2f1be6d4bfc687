//! The documents of something.

use tenants::Scope;

use super::model::{Document, Owner};
use super::store;
use crate::{CaseId, DraftId, RequestId, Result};

/// What lies with a draft, oldest first; not what was dropped.
pub(crate) async fn of_draft(scope: &mut Scope, draft: DraftId) -> Result<Vec<Document>> {
    store::of_owner(scope, Owner::Draft(draft)).await
}

/// What came in answer to a request for documents, oldest first; not what was dropped.
pub(crate) async fn of_request(scope: &mut Scope, request: RequestId) -> Result<Vec<Document>> {
    store::of_owner(scope, Owner::Request(request)).await
}

/// What a case consists of, oldest first.
pub(crate) async fn of_case(scope: &mut Scope, case: CaseId) -> Result<Vec<Document>> {
    store::of_case(scope, case).await
}
