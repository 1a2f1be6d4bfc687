//! The applicant's drafts.

use tenants::{Act, Scope};

use super::model::{DraftLine, OwnDrafts};
use super::store;
use crate::{AccountId, Result};

/// The caller's unfinished requests, newest first.
pub async fn list(scope: &mut Scope) -> Result<Vec<DraftLine>> {
    scope.allow(Act::List, &OwnDrafts)?;
    match scope.caller().account() {
        Some(account) => store::of_account(scope, AccountId(account)).await,
        None => Ok(Vec::new()),
    }
}
