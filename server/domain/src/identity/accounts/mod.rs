//! Accounts of applicants.

mod store;

use anyhow::Context;
use locale::identity::Mobile;
use locale::words::Lang;
use tenants::Scope;

use crate::{AccountId, Error, Result};

/// What an account's number is sealed for.
const MOBILE: &str = "accounts.mobile_sealed";

/// The mark by which a number is found, in accounts and among the codes sent to it.
pub(super) fn mobile_mark(scope: &Scope, mobile: &Mobile) -> Vec<u8> {
    scope.mark("mobile", mobile.as_str())
}

/// The account of a number, if it was ever proved here.
pub(crate) async fn account_of(scope: &mut Scope, mobile: &Mobile) -> Result<Option<AccountId>> {
    let mark = mobile_mark(scope, mobile);
    store::account_by_mark(scope, &mark).await
}

/// The account of a number that has just been proved; it is opened the first time.
pub(super) async fn ensure_account(scope: &mut Scope, mobile: &Mobile) -> Result<AccountId> {
    let mark = mobile_mark(scope, mobile);
    if let Some(account) = store::account_by_mark(scope, &mark).await? {
        return Ok(account);
    }
    let id = AccountId::new();
    let sealed = scope.seal(MOBILE, id.0, mobile.as_str().as_bytes())?;
    store::insert_account(scope, id, &sealed, &mark).await?;
    // Proved in two browsers at once, it is the account of whoever came first.
    let account = store::account_by_mark(scope, &mark).await?;
    Ok(account.context("an account is there once it was inserted")?)
}

/// Hold an account until the call ends: what may be begun only once by it is begun by one call at a
/// time.
pub(crate) async fn hold_account(scope: &mut Scope, account: AccountId) -> Result<()> {
    if store::hold_account(scope, account).await? { Ok(()) } else { Err(Error::Missing("account")) }
}

/// The number of an account.
pub(crate) async fn account_mobile(scope: &mut Scope, account: AccountId) -> Result<Mobile> {
    let sealed = store::account_mobile(scope, account).await?.ok_or(Error::Missing("account"))?;
    let number = scope.unseal(MOBILE, account.0, &sealed)?;
    Ok(Mobile::parse(&number).map_err(anyhow::Error::from)?)
}

/// The language that an account's holder reads; none until they have signed in since it is kept.
pub(crate) async fn language(scope: &mut Scope, account: AccountId) -> Result<Option<Lang>> {
    store::language(scope, account).await
}

pub(super) async fn set_language(scope: &mut Scope, account: AccountId, lang: Lang) -> Result<()> {
    store::set_language(scope, account, lang).await
}
