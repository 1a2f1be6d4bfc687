//! A throw-away PostgreSQL for tests, started once for each test program.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use anyhow::Context as _;
use tempfile::TempDir;
use tokio::sync::OnceCell;

use crate::config;
use crate::folder::Folder;
use crate::postgres::{Launch, Postgres};

static SHARED: OnceCell<Scratch> = OnceCell::const_new();

/// A cluster in a temporary folder, without durability. Dropping it stops and removes it.
#[derive(Debug)]
pub struct Scratch {
    /// The superuser's address of the database `postgres`, where tests make their own.
    pub superuser_url: String,
    // Stopped before its folder is removed: fields are dropped in this order.
    _postgres: Option<Postgres>,
    _folder: Option<Folder>,
    _place: Option<TempDir>,
}

/// The one cluster of this test program: the one `MIZBAN_TEST_DATABASE` names, or a new one.
///
/// A static is never dropped, so its files stay in the temporary folder when the program ends; the
/// database itself goes down with the program.
pub async fn postgres() -> anyhow::Result<&'static Scratch> {
    SHARED
        .get_or_try_init(|| async {
            match config::test_database() {
                Some(superuser_url) => {
                    Ok(Scratch { superuser_url, _postgres: None, _folder: None, _place: None })
                }
                None => scratch().await,
            }
        })
        .await
}

/// A new cluster.
pub async fn scratch() -> anyhow::Result<Scratch> {
    let place = tempfile::Builder::new().prefix("mizban-test-").tempdir()?;
    // The database's account must be able to pass through when tests run as root.
    fs::set_permissions(place.path(), Permissions::from_mode(0o711))?;
    let folder = Folder::open(place.path())?;
    let launch = Launch { folder: &folder, programs: Path::new(""), durable: false };
    let postgres = Postgres::start(launch).await.context("a database for tests")?;
    Ok(Scratch {
        superuser_url: postgres.superuser_url(),
        _postgres: Some(postgres),
        _folder: Some(folder),
        _place: Some(place),
    })
}
