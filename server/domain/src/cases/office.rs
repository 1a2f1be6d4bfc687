//! Before whom a case lies, as its applicant may know it.

use std::sync::Arc;

use tenants::Scope;

use super::{Office, store};
use crate::{CaseId, Result, organisation};

pub(super) async fn office(scope: &mut Scope, case: CaseId) -> Result<Option<Arc<Office>>> {
    let Some(seat) = store::seat(scope, case).await? else { return Ok(None) };
    let tenant = scope.tenant().id;
    organisation::office(scope.conn(), tenant, seat).await
}
