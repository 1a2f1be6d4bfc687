//! Secrets made here, each once, each a file that only its owner can read.

use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;

use anyhow::Context as _;
use rand::RngCore as _;

use super::Folder;
use crate::config::DeploymentKey;

const OWNER_ONLY: u32 = 0o600;

impl Folder {
    /// The secret of this name: 64 hexadecimal digits, made when first asked for.
    pub(crate) fn secret(&self, name: &str) -> anyhow::Result<String> {
        self.keep(name, || hex::encode(random()))
    }

    /// The deployment key of a development server.
    pub(crate) fn deployment_key(&self) -> anyhow::Result<DeploymentKey> {
        let text = self.keep("key", || DeploymentKey(random()).to_base64())?;
        DeploymentKey::parse(&text)
            .map_err(|words| anyhow::anyhow!("the key in the data folder {words}"))
    }

    fn keep(&self, name: &str, make: impl FnOnce() -> String) -> anyhow::Result<String> {
        let path = self.private("secrets")?.join(name);
        match fs::read_to_string(&path) {
            Ok(secret) => Ok(secret),
            Err(error) if error.kind() == ErrorKind::NotFound => {
                let secret = make();
                write(&path, &secret).with_context(|| format!("the secret {name}"))?;
                Ok(secret)
            }
            Err(error) => Err(error).with_context(|| format!("the secret {name}")),
        }
    }
}

/// Written beside and renamed, so that a crash leaves no half a secret to be read for ever.
fn write(path: &Path, secret: &str) -> anyhow::Result<()> {
    let draft = path.with_extension("draft");
    let mut file =
        OpenOptions::new().write(true).create(true).truncate(true).mode(OWNER_ONLY).open(&draft)?;
    file.write_all(secret.as_bytes())?;
    file.sync_all()?;
    fs::rename(&draft, path)?;
    Ok(())
}

fn random() -> [u8; 32] {
    let mut bytes = [0; 32];
    rand::rng().fill_bytes(&mut bytes);
    bytes
}
