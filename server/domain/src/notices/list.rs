//! The notices of a case.

use tenants::Scope;

use super::{NoticeLine, store};
use crate::{CaseId, Result};

/// What was sent about a case and what became of it, oldest first.
pub(crate) async fn of_case(scope: &mut Scope, case: CaseId) -> Result<Vec<NoticeLine>> {
    store::of_case(scope, case).await
}
