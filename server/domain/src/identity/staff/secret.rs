//! Sealing an authenticator's secret: it has to be known again to compute codes, so it cannot be hashed.

use tenants::Scope;
use zeroize::Zeroizing;

use crate::{Result, StaffId};

/// What an authenticator's secret is sealed for.
const TOTP: &str = "staff.totp_sealed";

pub(super) fn seal_secret(scope: &Scope, staff: StaffId, secret: &[u8]) -> Result<Vec<u8>> {
    // Sealed as text, because sealed values are opened as text.
    let text = Zeroizing::new(hex::encode(secret));
    Ok(scope.seal(TOTP, staff.0, text.as_bytes())?)
}

pub(super) fn open_secret(
    scope: &Scope,
    staff: StaffId,
    sealed: &[u8],
) -> Result<Zeroizing<Vec<u8>>> {
    let text = Zeroizing::new(scope.unseal(TOTP, staff.0, sealed)?);
    Ok(Zeroizing::new(hex::decode(text.as_str()).map_err(anyhow::Error::from)?))
}
