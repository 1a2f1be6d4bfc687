//! A throw-away PostgreSQL for tests, started once for each test program.

use std::fs::{self, DirEntry, File, Permissions};
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::time::Duration;

use anyhow::Context as _;
use gateways::{Carriers, Store};
use sqlx::PgPool;
use tempfile::TempDir;
use tokio::sync::OnceCell;

use crate::config::{self, Config, DeploymentKey};
use crate::folder::Folder;
use crate::objects::Objects;
use crate::postgres::{Launch, Postgres};
use crate::start::Parts;

const PREFIX: &str = "mizban-test-";
/// No start takes longer.
const STARTING: Duration = Duration::from_mins(10);

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

/// Remove what earlier test programs left: each cluster takes about 40 MB.
fn sweep() {
    let Ok(entries) = fs::read_dir(std::env::temp_dir()) else { return };
    let ours = entries
        .flatten()
        .filter(|entry| entry.file_name().to_str().is_some_and(|name| name.starts_with(PREFIX)));
    for entry in ours.filter(is_abandoned) {
        // Another program may be sweeping as well; whoever comes second finds nothing.
        let _ = fs::remove_dir_all(entry.path());
    }
}

/// Old enough not to be just starting, and held by nobody.
fn is_abandoned(entry: &DirEntry) -> bool {
    let age = entry.metadata().and_then(|is| is.modified()).map(|at| at.elapsed());
    let free = File::open(entry.path().join("lock")).is_ok_and(|lock| lock.try_lock().is_ok());
    free && matches!(age, Ok(Ok(age)) if age > STARTING)
}

/// A new cluster.
pub async fn scratch() -> anyhow::Result<Scratch> {
    sweep();
    let place = tempfile::Builder::new().prefix(PREFIX).tempdir()?;
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

/// Everything a server stands on but the socket: a database that is there, a store and an outbox
/// in this folder. The store ends with the returned guard.
pub async fn parts(pool: PgPool, place: &Path) -> anyhow::Result<(Parts, Objects)> {
    let folder = Folder::open(place)?;
    let objects = Objects::start(&folder).await?;
    let store = Store::connect(objects.config())?;
    store.ensure_bucket().await?;
    let parts = Parts {
        config: Config::default(),
        pool,
        store,
        carriers: Carriers::Folder(folder.outbox()?),
        key: DeploymentKey([7; 32]),
        spool: folder.spool()?,
        demo_staff: folder.demo_staff()?,
    };
    Ok((parts, objects))
}
