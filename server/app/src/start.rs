//! Bring up what the server stands on: data folder, database, schema, store.

use std::path::PathBuf;

use anyhow::{Context as _, ensure};
use gateways::{Carriers, Store};
use sqlx::PgPool;

use crate::config::{Config, DeploymentKey, Mode};
use crate::folder::Folder;
use crate::objects::Objects;
use crate::postgres::{Launch, Postgres, Urls};
use crate::{migrate, pool, roles};

/// What was started here and must be stopped here, last of all.
#[derive(Debug)]
pub(crate) struct Ground {
    pub(crate) postgres: Option<Postgres>,
    pub(crate) objects: Option<Objects>,
    pub(crate) folder: Folder,
}

/// What the house is built on; `wiring` takes it from here.
#[derive(Debug, Clone)]
pub struct Parts {
    pub config: Config,
    /// Connections of the plain running role.
    pub pool: PgPool,
    pub store: Store,
    pub carriers: Carriers,
    pub key: DeploymentKey,
    /// Where uploads wait until they are stored.
    pub spool: PathBuf,
    /// Where the sign-ins of demo agencies are kept.
    pub demo_staff: PathBuf,
}

pub(crate) async fn start(config: Config) -> anyhow::Result<(Ground, Parts)> {
    let folder = Folder::open(&config.data.folder)?;
    let (postgres, urls) = database(&config, &folder).await?;
    if !urls.owner.is_empty() {
        migrate::migrate(&urls.owner, &urls.app).await?;
    }
    let pool = pool::open(&urls.app, config.database.connections).await?;
    migrate::refuse_outdated(&pool).await?;
    roles::refuse_powerful(&pool).await?;
    let (objects, store) = store(&config, &folder).await?;
    let parts = Parts {
        pool,
        store,
        carriers: Carriers::Folder(folder.outbox()?),
        key: key(&config, &folder)?,
        spool: folder.spool()?,
        demo_staff: folder.demo_staff()?,
        config,
    };
    Ok((Ground { postgres, objects, folder }, parts))
}

/// `mizban migrate`: the database's part of a start.
pub(crate) async fn migrate_only(config: &Config) -> anyhow::Result<()> {
    if config.database.is_embedded() {
        let folder = Folder::open(&config.data.folder)?;
        let (postgres, urls) = database(config, &folder).await?;
        migrate::migrate(&urls.owner, &urls.app).await?;
        if let Some(postgres) = postgres {
            postgres.stop().await;
        }
        return Ok(());
    }
    let urls = external(config);
    ensure!(!urls.owner.is_empty(), "[database] owner_url is needed to migrate");
    migrate::migrate(&urls.owner, &urls.app).await
}

pub(crate) async fn database(
    config: &Config,
    folder: &Folder,
) -> anyhow::Result<(Option<Postgres>, Urls)> {
    if !config.database.is_embedded() {
        return Ok((None, external(config)));
    }
    let programs = &config.database.programs;
    let postgres = Postgres::start(Launch { folder, programs, durable: true })
        .await
        .context("the embedded database")?;
    let urls = postgres.urls();
    Ok((Some(postgres), urls))
}

fn external(config: &Config) -> Urls {
    Urls {
        owner: config.database.owner_url.expose().to_owned(),
        app: config.database.url.expose().to_owned(),
    }
}

async fn store(config: &Config, folder: &Folder) -> anyhow::Result<(Option<Objects>, Store)> {
    if config.storage.is_embedded() {
        let objects = Objects::start(folder).await.context("the embedded store")?;
        let store = Store::connect(objects.config())?;
        store.ensure_bucket().await.context("the embedded store")?;
        return Ok((Some(objects), store));
    }
    let store = Store::connect(&config.storage.to_store_config())?;
    // Pages work without the store; readiness names it until it is back.
    if let Err(fault) = store.ensure_bucket().await {
        tracing::warn!(%fault, "the object store does not answer");
    }
    Ok((None, store))
}

/// The key that was given; in development one that was made once and kept.
pub(crate) fn key(config: &Config, folder: &Folder) -> anyhow::Result<DeploymentKey> {
    let given = &config.secrets.key;
    if given.is_empty() && config.mode == Mode::Development {
        return folder.deployment_key();
    }
    DeploymentKey::parse(given.expose()).map_err(|words| anyhow::anyhow!("[secrets] key {words}"))
}
