//! The data folder: everything the embedded parts keep, under one roof.

mod account;
mod secrets;
#[cfg(test)]
mod tests;

use std::fs::{self, DirBuilder, File, Permissions, TryLockError};
use std::os::unix::fs::{DirBuilderExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use sha2::{Digest as _, Sha256};

pub(crate) use account::Account;

/// Others may pass through but not look around: the database's account must reach its own folder.
const PASSAGE: u32 = 0o711;
const PRIVATE: u32 = 0o700;

/// An opened data folder. One process at a time holds it.
#[derive(Debug)]
pub struct Folder {
    root: PathBuf,
    /// Held as long as the process lives, and let go by the system however it ends.
    _lock: File,
}

impl Folder {
    /// Open the folder, making it if need be, and lock it.
    ///
    /// Run by root, the database works under an account of its own. Where that cannot pass (a
    /// folder below `/root`, say), a private folder named after the wanted one is taken instead.
    pub fn open(wanted: &Path) -> anyhow::Result<Self> {
        make(wanted, PASSAGE)?;
        let wanted = wanted.canonicalize().context("the data folder")?;
        let root = match Account::of_database()? {
            Some(account) if !account.can_enter(&wanted)? => instead_of(&wanted)?,
            _ => wanted,
        };
        let lock = lock(&root)?;
        Ok(Self { root, _lock: lock })
    }

    pub fn path(&self) -> &Path {
        &self.root
    }

    /// Where the development outbox keeps messages.
    pub fn outbox(&self) -> anyhow::Result<PathBuf> {
        self.private("outbox")
    }

    /// Where the embedded store keeps documents.
    pub fn objects(&self) -> anyhow::Result<PathBuf> {
        self.private("objects")
    }

    /// Where uploads wait until they are stored; on disk, since a memory file system would hold
    /// them in memory. What a killed server left there nobody will ask for again.
    pub fn spool(&self) -> anyhow::Result<PathBuf> {
        let path = self.private("spool")?;
        for entry in fs::read_dir(&path)? {
            fs::remove_file(entry?.path()).context("the spool folder cannot be emptied")?;
        }
        Ok(path)
    }

    /// Where the sign-ins of the made-up staff of demo agencies are kept.
    pub fn demo_staff(&self) -> anyhow::Result<PathBuf> {
        Ok(self.private("secrets")?.join("demo-staff.json"))
    }

    /// Where the embedded database lives.
    pub fn postgres(&self) -> PathBuf {
        self.root.join("postgres")
    }

    fn private(&self, name: &str) -> anyhow::Result<PathBuf> {
        let path = self.root.join(name);
        make(&path, PRIVATE)?;
        Ok(path)
    }
}

fn make(path: &Path, mode: u32) -> anyhow::Result<()> {
    if !path.is_dir() {
        DirBuilder::new()
            .recursive(true)
            .mode(mode)
            .create(path)
            .with_context(|| format!("cannot make the folder {}", path.display()))?;
        // The mask of the shell may have taken bits away.
        fs::set_permissions(path, Permissions::from_mode(mode))?;
    }
    Ok(())
}

fn instead_of(wanted: &Path) -> anyhow::Result<PathBuf> {
    let digest = hex::encode(Sha256::digest(wanted.as_os_str().as_encoded_bytes()));
    let root = PathBuf::from(format!("/var/lib/mizban-{}", &digest[..12]));
    make(&root, PASSAGE)?;
    eprintln!(
        "The database's account cannot enter {}; the data are kept in {} instead.",
        wanted.display(),
        root.display()
    );
    Ok(root)
}

fn lock(root: &Path) -> anyhow::Result<File> {
    let file = File::create(root.join("lock")).context("the data folder cannot be written")?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => {
            bail!("another server uses the data folder {}", root.display())
        }
        Err(TryLockError::Error(error)) => Err(error).context("the data folder cannot be locked"),
    }
}
