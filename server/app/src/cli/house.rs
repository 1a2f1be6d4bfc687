//! The house without its doors: what a command that changes something stands on.

use anyhow::{Context as _, anyhow};
use tenants::{Desks, audit};

use crate::config::{Config, DeploymentKey};
use crate::folder::Folder;
use crate::postgres::Postgres;
use crate::{pool, start, wiring};

/// One is the listener's; a command does one thing after the other.
const CONNECTIONS: u32 = 4;

/// The agencies of this deployment, over the database that the settings name.
///
/// Over the embedded database this starts it, so the server must not be running. Over an external
/// one it works beside running servers, which see what it did at their next call.
pub(super) struct House {
    pub(super) desks: Desks,
    pool: sqlx::PgPool,
    ground: Option<(Folder, Option<Postgres>)>,
}

impl House {
    pub(super) async fn open(config: &Config) -> anyhow::Result<Self> {
        let embedded = config.database.is_embedded();
        // The data folder is held by one process: what needs nothing of it leaves it to the server.
        if !embedded && !config.secrets.key.is_empty() {
            let key = DeploymentKey::parse(config.secrets.key.expose())
                .map_err(|words| anyhow!("[secrets] key {words}"))?;
            return Self::over(config.database.url.expose(), &key, None).await;
        }
        let folder = Folder::open(&config.data.folder)
            .context("this works only while no server uses the data folder")?;
        let key = start::key(config, &folder)?;
        let (postgres, urls) = start::database(config, &folder).await?;
        Self::over(&urls.app, &key, Some((folder, postgres))).await
    }

    async fn over(
        url: &str,
        key: &DeploymentKey,
        ground: Option<(Folder, Option<Postgres>)>,
    ) -> anyhow::Result<Self> {
        let pool = pool::open(url, CONNECTIONS).await?;
        let desks = wiring::desks(pool.clone(), key);
        Ok(Self { desks, pool, ground })
    }

    /// Chain what was written to the audit log, which no worker of this process does, and stop what
    /// was started.
    pub(super) async fn close(self) -> anyhow::Result<()> {
        let sealed = self.seal().await;
        self.pool.close().await;
        if let Some((_folder, Some(postgres))) = self.ground {
            postgres.stop().await;
        }
        sealed.context("what was done is kept, but not chained in the audit log yet")
    }

    async fn seal(&self) -> anyhow::Result<()> {
        for tenant in self.desks.unsealed().take() {
            audit::seal(&self.desks, &tenant).await?;
        }
        Ok(())
    }
}
