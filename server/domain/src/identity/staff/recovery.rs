//! Recovery codes: how a member of staff signs in whose authenticator is lost.

use rand::Rng;
use tenants::Scope;

use super::store;
use crate::{Error, Result, StaffId};

const CODES: usize = 10;
/// Letters and digits that are not taken for one another; ten of them are 49 bits.
const ALPHABET: &[u8] = b"abcdefghjkmnpqrstuvwxyz23456789";

/// Make ten new recovery codes for the signed-in member of staff; those from before open nothing
/// any more. They are shown this once: only their marks are kept.
pub async fn renew_recovery_codes(scope: &mut Scope) -> Result<Vec<String>> {
    let member = scope.caller().staff().ok_or(Error::Missing("staff"))?;
    let staff = StaffId(member.staff);
    let codes: Vec<String> = (0..CODES).map(|_| new_code()).collect();
    let marks: Vec<_> = codes.iter().map(|code| code_mark(scope, staff, code)).collect();
    store::replace_recovery_codes(scope, staff, &marks).await?;
    Ok(codes)
}

/// What is kept of a code. Case, dashes and spaces do not matter to whoever types it.
pub(super) fn code_mark(scope: &Scope, staff: StaffId, code: &str) -> Vec<u8> {
    let latin = locale::digits::to_latin(code).to_ascii_lowercase();
    let plain: String = latin.chars().filter(char::is_ascii_alphanumeric).collect();
    scope.mark("recovery-code", &format!("{staff}:{plain}"))
}

/// `abcde-fghjk`.
pub(super) fn new_code() -> String {
    let mut rng = rand::rng();
    let mut part = || -> String {
        (0..5).map(|_| char::from(ALPHABET[rng.random_range(0..ALPHABET.len())])).collect()
    };
    format!("{}-{}", part(), part())
}
