//! A secret for a new authenticator, shown before it counts.

use chrono::{DateTime, TimeDelta, Utc};
use tenants::Scope;
use zeroize::Zeroizing;

use super::reprove::own_id;
use super::{store, totp};
use crate::{Error, Result, StaffId};

/// What a proposed secret is sealed for.
const PROPOSED: &str = "staff.totp_proposed";
/// How long a proposed secret may be confirmed.
const OPEN_FOR: TimeDelta = TimeDelta::minutes(15);

/// A secret that an authenticator may be given. It has no `Debug`, so that it is not logged by
/// accident, and is not kept: until it is confirmed, the authenticator from before is the one.
pub struct Proposal {
    /// Base32, as typed into an authenticator.
    pub secret: String,
    /// The same as an `otpauth:` address, for a QR code.
    pub uri: String,
    /// What is handed in with the code that confirms it: sealed, for this member, for 15 minutes.
    pub kept: String,
}

/// Propose a secret to the signed-in member of staff. Where `kept` is of a proposal that is still
/// open it is that one again, so that a mistyped code does not mean a new entry in the authenticator.
pub async fn propose_authenticator(scope: &mut Scope, kept: Option<&str>) -> Result<Proposal> {
    let staff = own_id(scope)?;
    let member = store::known_by_id(scope, staff).await?.ok_or(Error::Missing("staff"))?;
    let known = kept.and_then(|kept| Some((proposed(scope, staff, kept)?, kept.to_owned())));
    let (secret, kept) = match known {
        Some(known) => known,
        None => new(scope, staff)?,
    };
    let tenant = scope.tenant();
    let issuer = tenant.name.en.as_deref().unwrap_or(&tenant.name.fa);
    Ok(Proposal {
        secret: totp::totp_base32(&secret),
        uri: totp::totp_uri(&secret, issuer, &member.username),
        kept,
    })
}

fn new(scope: &Scope, staff: StaffId) -> Result<(Zeroizing<Vec<u8>>, String)> {
    let secret = Zeroizing::new(totp::new_totp_secret());
    let until = (scope.now() + OPEN_FOR).timestamp();
    let text = Zeroizing::new(format!("{until} {}", hex::encode(&*secret)));
    let sealed = scope.seal(PROPOSED, staff.0, text.as_bytes())?;
    Ok((secret, hex::encode(sealed)))
}

/// The secret of a proposal, unless its time is over, it is another's, or it was never made here.
pub(super) fn proposed(scope: &Scope, staff: StaffId, kept: &str) -> Option<Zeroizing<Vec<u8>>> {
    let sealed = hex::decode(kept).ok()?;
    let text = Zeroizing::new(scope.unseal(PROPOSED, staff.0, &sealed).ok()?);
    let (until, secret) = text.split_once(' ')?;
    let until: DateTime<Utc> = DateTime::from_timestamp(until.parse().ok()?, 0)?;
    (scope.now() < until).then_some(())?;
    Some(Zeroizing::new(hex::decode(secret).ok()?))
}
