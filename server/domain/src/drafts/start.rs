//! Beginning a request.

use forms::Typed;
use tenants::{Act, Scope};

use super::{Whose, store};
use crate::{AccountId, DraftId, Error, Result, catalogue, identity};

/// Begin a request for a service. An untouched or unfinished draft of the same service is taken up
/// again instead of beginning a second one.
pub async fn start(scope: &mut Scope, service: &str) -> Result<DraftId> {
    let service = catalogue::published(scope, service).await?;
    scope.allow(Act::Start, service.as_ref())?;
    let account = scope.caller().account().map(AccountId).ok_or(Error::Missing("account"))?;
    // Two clicks, or two tabs: the second finds what the first began.
    identity::hold_account(scope, account).await?;
    if let Some(unfinished) = store::unfinished(scope, account, service.version).await? {
        return Ok(unfinished);
    }
    let (id, whose) = (DraftId::new(), Whose::Account(account));
    let new = store::NewDraft { id, whose, version: service.version, typed: &Typed::default() };
    store::insert(scope, &new).await?;
    Ok(id)
}
