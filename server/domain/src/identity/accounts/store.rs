//! The table `accounts`.

use locale::words::Lang;
use tenants::Scope;

use crate::{AccountId, Result};

pub(super) async fn account_by_mark(scope: &mut Scope, mark: &[u8]) -> Result<Option<AccountId>> {
    let tenant = scope.tenant_id();
    let id = sqlx::query_scalar!(
        "select id from accounts where tenant_id = $1 and mobile_mark = $2",
        tenant,
        mark,
    )
    .fetch_optional(scope.conn())
    .await?;
    Ok(id.map(AccountId))
}

/// Open an account, unless the number has one by now.
pub(super) async fn insert_account(
    scope: &mut Scope,
    id: AccountId,
    sealed: &[u8],
    mark: &[u8],
) -> Result<()> {
    let (tenant, now) = (scope.tenant_id(), scope.now());
    sqlx::query!(
        "insert into accounts (tenant_id, id, mobile_sealed, mobile_mark, created_at)
         values ($1, $2, $3, $4, $5) on conflict (tenant_id, mobile_mark) do nothing",
        tenant,
        id.0,
        sealed,
        mark,
        now,
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}

/// Lock an account's row until the call ends; false if there is none. Rows that only refer to it can
/// still be written meanwhile.
pub(super) async fn hold_account(scope: &mut Scope, account: AccountId) -> Result<bool> {
    let tenant = scope.tenant_id();
    let row = sqlx::query_scalar!(
        "select id from accounts where tenant_id = $1 and id = $2 for no key update",
        tenant,
        account.0,
    )
    .fetch_optional(scope.conn())
    .await?;
    Ok(row.is_some())
}

pub(super) async fn account_mobile(
    scope: &mut Scope,
    account: AccountId,
) -> Result<Option<Vec<u8>>> {
    let tenant = scope.tenant_id();
    let sealed = sqlx::query_scalar!(
        "select mobile_sealed from accounts where tenant_id = $1 and id = $2",
        tenant,
        account.0,
    )
    .fetch_optional(scope.conn())
    .await?;
    Ok(sealed)
}

/// The language of an account, if one was kept that this program speaks.
pub(super) async fn language(scope: &mut Scope, account: AccountId) -> Result<Option<Lang>> {
    let tenant = scope.tenant_id();
    let kept = sqlx::query_scalar!(
        "select lang from accounts where tenant_id = $1 and id = $2",
        tenant,
        account.0,
    )
    .fetch_optional(scope.conn())
    .await?;
    Ok(kept.flatten().and_then(|code| code.parse().ok()))
}

pub(super) async fn set_language(scope: &mut Scope, account: AccountId, lang: Lang) -> Result<()> {
    let tenant = scope.tenant_id();
    sqlx::query!(
        "update accounts set lang = $3 where tenant_id = $1 and id = $2",
        tenant,
        account.0,
        lang.code(),
    )
    .execute(scope.conn())
    .await?;
    Ok(())
}
