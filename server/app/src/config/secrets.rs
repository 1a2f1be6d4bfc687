//! `[secrets]`.

use std::collections::HashSet;
use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};

use super::Secret;

/// Fewer different bytes than this among 32 were not drawn at random: the chance is below 10^-12.
const LEAST_DIFFERENT: usize = 16;

/// What everything sealed depends on.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Secrets {
    /// The deployment key, 32 random bytes in base64 (`openssl rand -base64 32`). Whoever loses it
    /// loses all personal data. Compulsory in production; in development one is made when missing.
    pub key: Secret,
}

/// The key that wraps the data key of every tenant.
#[derive(Clone, PartialEq, Eq)]
pub struct DeploymentKey(pub [u8; 32]);

impl fmt::Debug for DeploymentKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DeploymentKey(…)")
    }
}

impl DeploymentKey {
    /// Read a key from base64, and refuse one that no random source would have given.
    pub fn parse(text: &str) -> Result<Self, &'static str> {
        let bytes = STANDARD.decode(text.trim()).map_err(|_| "is not base64")?;
        let key: [u8; 32] = bytes.try_into().map_err(|_| "must be 32 bytes in base64")?;
        let different = key.iter().collect::<HashSet<_>>().len();
        if different < LEAST_DIFFERENT || key.iter().all(u8::is_ascii_graphic) {
            return Err("is weak: make one with `openssl rand -base64 32`");
        }
        Ok(Self(key))
    }

    /// As it is written into a file or a setting.
    pub fn to_base64(&self) -> String {
        STANDARD.encode(self.0)
    }
}
