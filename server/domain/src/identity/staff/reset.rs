//! Giving somebody a new password or a new authenticator who has lost theirs.

use tenants::{Act, Scope};

use super::colleague::Colleague;
use super::secret::seal_secret;
use super::store::{self, Known};
use super::{draw, password, totp};
use crate::identity::sessions;
use crate::{Error, Result, StaffId};

/// Give a member of staff a random password, which is returned this once. Every session of theirs
/// ends; the authenticator stays.
pub async fn reset_password(scope: &mut Scope, staff: StaffId) -> Result<String> {
    let member = of(scope, staff).await?;
    let password = draw::new_password(&member.username, &scope.tenant().slug);
    let hash = password::hash(&password).await?;
    store::set_password(scope, staff, &hash).await?;
    sessions::end_sessions_of(scope, staff, None).await?;
    Ok(password)
}

/// Give a member of staff a new authenticator's secret, in base32, which is returned this once. The
/// one from before and all recovery codes open nothing any more, and every session of theirs ends.
pub async fn reset_authenticator(scope: &mut Scope, staff: StaffId) -> Result<String> {
    let member = of(scope, staff).await?;
    let secret = totp::new_totp_secret();
    let sealed = seal_secret(scope, staff, &secret)?;
    store::set_authenticator(scope, staff, &sealed, member.totp_step).await?;
    store::replace_recovery_codes(scope, staff, &[]).await?;
    sessions::end_sessions_of(scope, staff, None).await?;
    Ok(totp::totp_base32(&secret))
}

async fn of(scope: &mut Scope, staff: StaffId) -> Result<Known> {
    scope.allow(Act::Configure, &Colleague(staff))?;
    store::known_by_id(scope, staff).await?.ok_or(Error::Missing("staff"))
}
