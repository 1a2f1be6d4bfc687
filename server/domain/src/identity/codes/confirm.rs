//! Signing in with a one-time code.

use std::sync::Arc;

use locale::identity::Mobile;
use subtle::ConstantTimeEq;
use tenants::{Caller, Desks, Scope, Tenant};
use uuid::Uuid;

use super::rules::{self, TRIES};
use super::store;
use crate::identity::Reading;
use crate::identity::accounts::{ensure_account, mobile_mark};
use crate::identity::sessions::{self, Door, SignedIn, Who};
use crate::{Refusal, Result};

/// What is handed in to prove a number: the page's id, the number and the code as typed.
#[derive(Clone, Copy)]
pub struct Proof<'a> {
    pub id: Uuid,
    pub mobile: &'a Mobile,
    pub code: &'a str,
    pub reading: Reading,
}

/// Sign an applicant in; the account is opened when its number is proved for the first time.
///
/// Commits by itself, because a wrong try counts although it is refused. Refuses with `CodeWrong`
/// (wrong, used, expired or never sent, which look alike) or `CodeDead` after five wrong tries.
pub async fn confirm_code(
    desks: &Desks,
    tenant: &Arc<Tenant>,
    proof: Proof<'_>,
) -> Result<SignedIn> {
    let mut scope = desks.enter(tenant, Caller::Visitor(tenant.id)).await?;
    if let Some(refusal) = judge(&mut scope, proof).await? {
        scope.commit().await?;
        return Err(refusal.into());
    }
    let account = ensure_account(&mut scope, proof.mobile).await?;
    let who = Who::Account(account);
    let signed_in = sessions::begin(&mut scope, Door::Portal, who, proof.reading).await?;
    scope.commit().await?;
    tracing::info!(session = %signed_in.session.id, "an applicant signed in");
    Ok(signed_in)
}

/// Why the code does not open the door, if it does not. The try is counted before it is looked at,
/// and the code is held until the scope ends: guessing in parallel gains nothing.
async fn judge(scope: &mut Scope, proof: Proof<'_>) -> Result<Option<Refusal>> {
    let number = mobile_mark(scope, proof.mobile);
    let tried = rules::code_mark(scope, proof.id, proof.mobile, &rules::typed(proof.code));
    let Some(kept) = store::try_code(scope, proof.id, &number).await? else {
        let dead = store::code_is_dead(scope, proof.id, &number).await?;
        return Ok(Some(if dead { Refusal::CodeDead } else { Refusal::CodeWrong }));
    };
    if bool::from(kept.mark.ct_eq(&tried)) {
        store::use_code(scope, proof.id).await?;
        return Ok(None);
    }
    Ok(Some(if kept.tries >= TRIES { Refusal::CodeDead } else { Refusal::CodeWrong }))
}
