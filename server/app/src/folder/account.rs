//! The account that the embedded database works under when the server is started by root.
//!
//! PostgreSQL refuses to run as root, rightly.

use std::fs;
use std::os::unix::fs::{MetadataExt as _, chown};
use std::os::unix::process::CommandExt as _;
use std::path::Path;
use std::process::Command;

use anyhow::Context as _;

use crate::system;

/// Debian's package makes the first; every system has the second.
const NAMES: [&str; 2] = ["postgres", "nobody"];

/// A user and its group, by number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Account {
    user: u32,
    group: u32,
}

impl Account {
    /// The account to change to; `None` when we are nobody special ourselves.
    pub(crate) fn of_database() -> anyhow::Result<Option<Self>> {
        if !system::is_root() {
            return Ok(None);
        }
        let list = fs::read_to_string("/etc/passwd").context("the list of accounts")?;
        let found = NAMES.iter().find_map(|name| Self::find(&list, name));
        Ok(Some(found.context("there is no account `postgres` to run the database under")?))
    }

    pub(super) fn find(list: &str, wanted: &str) -> Option<Self> {
        list.lines().find_map(|line| {
            let mut fields = line.split(':');
            let name = fields.next()?;
            let (user, group) = (fields.nth(1)?, fields.next()?);
            (name == wanted).then_some(())?;
            Some(Self { user: user.parse().ok()?, group: group.parse().ok()? })
        })
    }

    /// Whether the account may pass through a folder and all folders above it.
    pub(crate) fn can_enter(self, folder: &Path) -> anyhow::Result<bool> {
        for above in folder.ancestors() {
            let is = fs::metadata(above)?;
            let bit = match (is.uid() == self.user, is.gid() == self.group) {
                (true, _) => 0o100,
                (false, true) => 0o010,
                (false, false) => 0o001,
            };
            if is.mode() & bit == 0 {
                return Ok(false);
            }
        }
        Ok(true)
    }

    pub(crate) fn own(self, path: &Path) -> anyhow::Result<()> {
        chown(path, Some(self.user), Some(self.group))
            .with_context(|| format!("cannot hand {} over", path.display()))
    }

    pub(crate) fn run(self, command: &mut Command) {
        command.uid(self.user).gid(self.group);
    }
}
