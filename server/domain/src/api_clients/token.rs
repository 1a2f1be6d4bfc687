//! Tokens of programs: `mzb_<key>_<secret>`, so that a scanner for lost secrets knows one by its
//! beginning and an operator names one by its public half.

use rand::RngCore as _;
use sha2::{Digest as _, Sha256};
use subtle::ConstantTimeEq as _;

/// A hash that no secret has: what is compared where there is no such key.
pub(super) const NOBODY: [u8; 32] = [0; 32];

const PREFIX: &str = "mzb";
const KEY_BYTES: usize = 8;
const SECRET_BYTES: usize = 32;

/// Both halves. Never printed but by [`Token::reveal`].
pub(super) struct Token {
    pub(super) key: String,
    secret: String,
}

impl Token {
    /// A new one: 64 bits to find it by, 256 that nobody guesses.
    pub(super) fn draw() -> Self {
        Self { key: random::<KEY_BYTES>(), secret: random::<SECRET_BYTES>() }
    }

    pub(super) fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('_');
        let (prefix, key, secret) = (parts.next()?, parts.next()?, parts.next()?);
        let shaped = prefix == PREFIX
            && parts.next().is_none()
            && is_hex(key, KEY_BYTES)
            && is_hex(secret, SECRET_BYTES);
        shaped.then(|| Self { key: key.to_owned(), secret: secret.to_owned() })
    }

    /// The whole token, to be shown once.
    pub(super) fn reveal(&self) -> String {
        format!("{PREFIX}_{}_{}", self.key, self.secret)
    }

    /// What is kept of the secret. With 256 random bits nothing is found by trying, so a plain hash
    /// is enough, and a copy of the database opens nothing.
    pub(super) fn hash(&self) -> [u8; 32] {
        Sha256::digest(self.secret.as_bytes()).into()
    }

    /// Whether this is the secret of which a hash was kept; takes as long for any.
    pub(super) fn fits(&self, hash: &[u8]) -> bool {
        self.hash().as_slice().ct_eq(hash).into()
    }
}

fn random<const N: usize>() -> String {
    let mut bytes = [0; N];
    rand::rng().fill_bytes(&mut bytes);
    hex::encode(bytes)
}

fn is_hex(text: &str, bytes: usize) -> bool {
    text.len() == 2 * bytes && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
}
