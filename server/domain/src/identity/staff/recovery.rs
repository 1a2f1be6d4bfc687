//! Recovery codes: how a member of staff signs in whose authenticator is lost.

use std::sync::Arc;

use tenants::{Desks, Scope, Tenant};

use super::reprove::{Reproof, own_id, reprove};
use super::{draw, store};
use crate::identity::sessions::SignedIn;
use crate::{Result, StaffId};

const CODES: usize = 10;
/// Groups of five letters and digits: 49 bits.
const GROUPS: usize = 2;

/// New recovery codes, shown this once: only their marks are kept.
pub struct RecoveryCodes {
    pub codes: Vec<String>,
    /// The session goes on under a new token.
    pub signed_in: SignedIn,
}

/// Make ten new recovery codes for the signed-in member of staff; those from before open nothing
/// any more. Commits by itself, and is refused like changing the password.
pub async fn renew_recovery_codes(
    desks: &Desks,
    tenant: &Arc<Tenant>,
    reproof: Reproof<'_>,
) -> Result<RecoveryCodes> {
    let proved = reprove(desks, tenant, reproof).await?;
    let mut scope = proved.enter(desks, tenant).await?;
    let staff = proved.member.id;
    let codes: Vec<String> = (0..CODES).map(|_| new_code()).collect();
    let marks: Vec<_> = codes.iter().map(|code| code_mark(&scope, staff, code)).collect();
    store::replace_recovery_codes(&mut scope, staff, &marks).await?;
    let signed_in = proved.go_on(scope).await?;
    tracing::info!(session = %signed_in.session.id, "recovery codes were renewed");
    Ok(RecoveryCodes { codes, signed_in })
}

/// How many recovery codes the signed-in member of staff has left.
pub async fn recovery_codes_left(scope: &mut Scope) -> Result<i64> {
    let staff = own_id(scope)?;
    store::count_recovery_codes(scope, staff).await
}

/// What is kept of a code. Case, dashes and spaces do not matter to whoever types it.
pub(super) fn code_mark(scope: &Scope, staff: StaffId, code: &str) -> Vec<u8> {
    let latin = locale::digits::to_latin(code).to_ascii_lowercase();
    let plain: String = latin.chars().filter(char::is_ascii_alphanumeric).collect();
    scope.mark("recovery-code", &format!("{staff}:{plain}"))
}

/// `abcde-fghjk`.
pub(super) fn new_code() -> String {
    draw::groups(GROUPS)
}
