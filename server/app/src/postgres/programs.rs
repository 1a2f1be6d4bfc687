//! Where PostgreSQL's programs are.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, ensure};

/// Where Debian keeps each major version's own.
const DEBIAN: &str = "/usr/lib/postgresql";
/// `security_invoker` views and the public schema that is closed by default came with it.
const OLDEST: u32 = 15;

/// The folder of `postgres` and `initdb`: the one given, or the newest of the machine.
pub(super) fn find(given: &Path) -> anyhow::Result<PathBuf> {
    if !given.as_os_str().is_empty() {
        let there = given.join("postgres").is_file() && given.join("initdb").is_file();
        ensure!(there, "[database] programs: no `postgres` and `initdb` in {}", given.display());
        return Ok(given.to_owned());
    }
    newest_in(Path::new(DEBIAN)).context(
        "there are no PostgreSQL programs on this machine: run `apt-get install postgresql`, \
         or give the addresses of another database",
    )
}

pub(super) fn newest_in(folder: &Path) -> Option<PathBuf> {
    fs::read_dir(folder)
        .ok()?
        .flatten()
        .filter_map(|entry| Some((entry.file_name().to_str()?.parse::<u32>().ok()?, entry.path())))
        .filter(|(version, path)| *version >= OLDEST && path.join("bin/postgres").is_file())
        .max()
        .map(|(_, path)| path.join("bin"))
}
