//! What two servers share: a database and a store that outlive them both, and the deployment key.

use std::net::TcpListener;
use std::path::PathBuf;
use std::time::Duration;

use anyhow::Context as _;
use app::Folder;
use app::config::DeploymentKey;
use app::objects::Objects;
use app::testing::{self, Scratch};
use rand::Rng as _;
use sqlx::postgres::PgConnectOptions;
use sqlx::{AssertSqlSafe, Connection as _, PgConnection};
use tempfile::TempDir;

use super::balancer::At;
use crate::house::Settings;

/// How long a server says that it is not ready before it stops accepting.
pub(super) const GRACE: Duration = Duration::from_secs(2);

const DATABASE: &str = "rolling";
const OWNER: &str = "rolling_owner";
const PLAIN: &str = "rolling_plain";

pub(super) struct Ground {
    database: Scratch,
    // Stopped before its folder is let go, and that before it is removed.
    store: Objects,
    folder: Folder,
    _place: TempDir,
    key: DeploymentKey,
}

/// A server to be: its settings, and where it will listen.
pub(super) struct Replica {
    pub(super) settings: Settings,
    pub(super) at: At,
}

impl Ground {
    pub(super) async fn open() -> anyhow::Result<Self> {
        let database = testing::scratch().await?;
        let mut superuser = PgConnection::connect(&database.superuser_url).await?;
        for statement in [
            format!("create role {OWNER} login password '{OWNER}'"),
            format!("create role {PLAIN} login password '{PLAIN}'"),
            format!("create database {DATABASE} owner {OWNER}"),
        ] {
            sqlx::raw_sql(AssertSqlSafe(statement)).execute(&mut superuser).await?;
        }
        let place = tempfile::Builder::new().prefix("mizban-kill-").tempdir()?;
        let folder = Folder::open(place.path())?;
        let store = Objects::start(&folder).await?;
        let key = DeploymentKey(rand::rng().random());
        Ok(Self { database, store, folder, _place: place, key })
    }

    /// A connection that no wall stops.
    pub(super) async fn connect(&self) -> anyhow::Result<PgConnection> {
        let options: PgConnectOptions = self.database.superuser_url.parse()?;
        Ok(PgConnection::connect_with(&options.database(DATABASE)).await?)
    }

    /// Where the objects lie on the disk.
    pub(super) fn bucket(&self) -> anyhow::Result<PathBuf> {
        Ok(self.folder.objects()?.join(&self.store.config().bucket))
    }

    pub(super) fn replica(&self) -> anyhow::Result<Replica> {
        let at = At { public: free_port()?, internal: free_port()? };
        let store = self.store.config();
        let settings = vec![
            ("MIZBAN_LISTEN_PUBLIC", format!("127.0.0.1:{}", at.public)),
            ("MIZBAN_LISTEN_INTERNAL", format!("127.0.0.1:{}", at.internal)),
            ("MIZBAN_HOSTS_PORT", at.public.to_string()),
            ("MIZBAN_DATABASE_OWNER_URL", self.url(OWNER)?),
            ("MIZBAN_DATABASE_URL", self.url(PLAIN)?),
            ("MIZBAN_STORAGE_ENDPOINT", store.endpoint.clone()),
            ("MIZBAN_STORAGE_BUCKET", store.bucket.clone()),
            ("MIZBAN_STORAGE_ACCESS_KEY", store.access_key.clone()),
            ("MIZBAN_STORAGE_SECRET_KEY", store.secret_key.clone()),
            ("MIZBAN_SECRETS_KEY", self.key.to_base64()),
            ("MIZBAN_LIMITS_LOOK_UPS", "0".to_owned()),
            // Few, so that a server that has just come back soon has all of them open.
            ("MIZBAN_DATABASE_CONNECTIONS", "6".to_owned()),
            ("MIZBAN_STOP_GRACE", format!("{}s", GRACE.as_secs())),
        ];
        Ok(Replica { settings, at })
    }

    fn url(&self, role: &str) -> anyhow::Result<String> {
        let options: PgConnectOptions = self.database.superuser_url.parse()?;
        let (host, port) = (options.get_host(), options.get_port());
        Ok(format!("postgres://{role}:{role}@{host}:{port}/{DATABASE}"))
    }
}

/// One that a server finds again when it comes back.
fn free_port() -> anyhow::Result<u16> {
    let listener = TcpListener::bind("127.0.0.1:0").context("a free port")?;
    Ok(listener.local_addr()?.port())
}
