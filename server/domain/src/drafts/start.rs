//! Beginning a request.

use forms::Typed;
use tenants::{Act, Scope};

use super::{Whose, store};
use crate::{AccountId, DraftId, Error, Result, ServiceVersionId, catalogue, identity};

/// Begin a request of its own, whatever else lies unfinished: for a program, which submits many.
pub async fn begin(scope: &mut Scope, service: &str) -> Result<DraftId> {
    let service = catalogue::published(scope, service).await?;
    scope.allow(Act::Start, service.as_ref())?;
    let account = scope.caller().account().map(AccountId).ok_or(Error::Missing("account"))?;
    write(scope, account, service.version).await
}

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
    write(scope, account, service.version).await
}

async fn write(
    scope: &mut Scope,
    account: AccountId,
    version: ServiceVersionId,
) -> Result<DraftId> {
    let (id, whose) = (DraftId::new(), Whose::Account(account));
    store::insert(scope, &store::NewDraft { id, whose, version, typed: &Typed::default() }).await?;
    Ok(id)
}
