//! Sealing personal data: AES-256-GCM under a key of the tenant's own, which the deployment key
//! wraps; and keyed marks (HMAC-SHA-256) by which sealed values are found again.
//!
//! A national code has only about 10^9 values: a plain hash of it could be reversed in seconds, so
//! every mark is keyed, with a key apart from the one that seals.

use aes_gcm::aead::{Aead, KeyInit, Payload};
use aes_gcm::{Aes256Gcm, Nonce};
use anyhow::{Context, anyhow, ensure};
use hmac::{Hmac, Mac};
use rand::RngCore;
use sha2::Sha256;
use uuid::Uuid;
use zeroize::ZeroizeOnDrop;

use crate::{Fault, TenantId};

const ENVELOPE: u8 = 1;
const NONCE: usize = 12;

/// A table and a column: what a sealed value is bound to beside its tenant and its row.
pub type Column = &'static str;

/// The deployment key, which wraps every tenant's data key.
#[derive(Clone, ZeroizeOnDrop)]
pub struct Keyring {
    #[zeroize(skip)]
    id: String,
    key: [u8; 32],
}

impl Keyring {
    pub fn new(id: impl Into<String>, key: [u8; 32]) -> Self {
        Self { id: id.into(), key }
    }

    pub fn id(&self) -> &str {
        &self.id
    }

    /// A secret for one purpose of the whole deployment, such as forgery tokens.
    pub fn derive(&self, purpose: &str) -> [u8; 32] {
        derive(&self.key, purpose)
    }

    /// A new data key, wrapped for its tenant.
    pub(crate) fn new_wrapped(&self, tenant: TenantId) -> Result<Vec<u8>, Fault> {
        let mut key = [0; 32];
        rand::rng().fill_bytes(&mut key);
        encrypt(&self.key, &key, tenant.0.as_bytes())
    }

    pub(crate) fn unwrap(&self, tenant: TenantId, wrapped: &[u8]) -> Result<Keys, Fault> {
        let key = decrypt(&self.key, wrapped, tenant.0.as_bytes())
            .context("the deployment key does not open this tenant's data key")?;
        let key: [u8; 32] = key.try_into().map_err(|_| anyhow!("a data key has 32 bytes"))?;
        Ok(Keys { tenant, seal: derive(&key, "seal"), mark: derive(&key, "mark") })
    }
}

/// One tenant's keys.
#[derive(ZeroizeOnDrop)]
pub struct Keys {
    #[zeroize(skip)]
    tenant: TenantId,
    seal: [u8; 32],
    mark: [u8; 32],
}

impl Keys {
    /// Seal a value for one row: it opens for that tenant, column and row only.
    pub fn seal(&self, column: Column, row: Uuid, plain: &[u8]) -> Result<Vec<u8>, Fault> {
        encrypt(&self.seal, plain, &self.bound_to(column, row))
    }

    pub fn open(&self, column: Column, row: Uuid, sealed: &[u8]) -> Result<Vec<u8>, Fault> {
        decrypt(&self.seal, sealed, &self.bound_to(column, row))
            .with_context(|| format!("a sealed {column} does not open"))
    }

    /// The keyed mark of a value, for finding it again: 32 bytes.
    pub fn mark(&self, purpose: &str, value: &str) -> [u8; 32] {
        let mut mac = hmac(&self.mark);
        mac.update(purpose.as_bytes());
        mac.update(&[0]);
        mac.update(value.as_bytes());
        mac.finalize().into_bytes().into()
    }

    fn bound_to(&self, column: Column, row: Uuid) -> Vec<u8> {
        [self.tenant.0.as_bytes(), column.as_bytes(), &[0], row.as_bytes().as_slice()].concat()
    }
}

fn hmac(key: &[u8; 32]) -> Hmac<Sha256> {
    <Hmac<Sha256> as Mac>::new_from_slice(key).expect("HMAC takes keys of any length")
}

fn derive(key: &[u8; 32], purpose: &str) -> [u8; 32] {
    let mut mac = hmac(key);
    mac.update(purpose.as_bytes());
    mac.finalize().into_bytes().into()
}

fn encrypt(key: &[u8; 32], plain: &[u8], bound_to: &[u8]) -> Result<Vec<u8>, Fault> {
    let mut nonce = [0; NONCE];
    rand::rng().fill_bytes(&mut nonce);
    let sealed = Aes256Gcm::new(key.into())
        .encrypt(Nonce::from_slice(&nonce), Payload { msg: plain, aad: bound_to })
        .map_err(|_| anyhow!("sealing failed"))?;
    Ok([&[ENVELOPE], nonce.as_slice(), &sealed].concat())
}

fn decrypt(key: &[u8; 32], envelope: &[u8], bound_to: &[u8]) -> Result<Vec<u8>, Fault> {
    ensure!(envelope.len() > NONCE && envelope[0] == ENVELOPE, "not a sealed value");
    let (nonce, sealed) = envelope[1..].split_at(NONCE);
    Aes256Gcm::new(key.into())
        .decrypt(Nonce::from_slice(nonce), Payload { msg: sealed, aad: bound_to })
        .map_err(|_| anyhow!("the seal is broken or belongs elsewhere"))
}
