//! Codes of an authenticator: TOTP (RFC 6238) with SHA-1, six digits and steps of 30 seconds, which
//! is what every authenticator understands.

use chrono::{DateTime, Utc};
use rand::RngCore;
use subtle::ConstantTimeEq;
use totp_rs::{Algorithm, Secret, TOTP};

const STEP_SECONDS: i64 = 30;
/// RFC 4226 recommends 160 bits.
const SECRET_BYTES: usize = 20;

/// A secret for a new authenticator: 20 random bytes.
pub(crate) fn new_totp_secret() -> Vec<u8> {
    let mut secret = vec![0; SECRET_BYTES];
    rand::rng().fill_bytes(&mut secret);
    secret
}

/// A secret as people type it into an authenticator: base32 without padding.
pub fn totp_base32(secret: &[u8]) -> String {
    Secret::Raw(secret.to_vec()).to_encoded().to_string()
}

/// What an authenticator with this secret shows at a time.
pub fn totp_now(secret: &[u8], at: DateTime<Utc>) -> String {
    code_of(secret, step_at(at))
}

/// A secret as an `otpauth:` address, which an authenticator reads off a QR code. Issuer and account
/// name the entry in it; a colon would end the issuer.
pub fn totp_uri(secret: &[u8], issuer: &str, account: &str) -> String {
    entry(secret, Some(issuer.replace(':', " ")), account.to_owned()).get_url()
}

/// The secret behind what people type into an authenticator.
pub fn totp_secret(base32: &str) -> Option<Vec<u8>> {
    Secret::Encoded(base32.to_owned()).to_bytes().ok()
}

/// The step whose code was typed: the present one or a neighbour, for clocks that are a little off.
pub(super) fn step_of(secret: &[u8], typed: &str, at: DateTime<Utc>) -> Option<i64> {
    let now = step_at(at);
    let mut found = None;
    for step in [now - 1, now, now + 1] {
        // No early return: the time this takes says nothing about which one fits.
        if bool::from(code_of(secret, step).as_bytes().ct_eq(typed.as_bytes())) {
            found = Some(step);
        }
    }
    found
}

fn step_at(at: DateTime<Utc>) -> i64 {
    at.timestamp().div_euclid(STEP_SECONDS)
}

fn code_of(secret: &[u8], step: i64) -> String {
    let seconds = u64::try_from(step * STEP_SECONDS).unwrap_or_default();
    entry(secret, None, String::new()).generate(seconds)
}

/// The issuer and the account only name the entry in somebody's authenticator.
fn entry(secret: &[u8], issuer: Option<String>, account: String) -> TOTP {
    let (skew, step) = (0, STEP_SECONDS.unsigned_abs());
    TOTP::new_unchecked(Algorithm::SHA1, 6, skew, step, secret.to_vec(), issuer, account)
}
