//! A private PostgreSQL, started from the machine's own programs as a child of the server.
//!
//! It lives in the data folder, listens on a free port of the loopback and on a socket of its own,
//! takes passwords only, and goes down with the server however that ends.

mod bootstrap;
mod cluster;
mod keeper;
mod programs;
mod remains;
#[cfg(test)]
mod tests;

use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context as _, bail};
use sqlx::postgres::PgConnectOptions;
use sqlx::{Connection as _, PgConnection};

use crate::folder::Folder;
use cluster::Cluster;
use keeper::Keeper;

/// A cluster that has to recover first may take its time.
const READY_WITHIN: Duration = Duration::from_mins(1);
const ASK_AGAIN_AFTER: Duration = Duration::from_millis(15);

/// How the private database is to be started.
#[derive(Debug, Clone, Copy)]
pub struct Launch<'a> {
    pub folder: &'a Folder,
    /// The folder of `postgres` and `initdb`; empty looks for it.
    pub programs: &'a Path,
    /// Off only for tests: what is committed may then be lost with the machine.
    pub durable: bool,
}

/// A running private database. Dropping it stops it.
#[derive(Debug)]
pub struct Postgres {
    keeper: Keeper,
    cluster: Cluster,
    passwords: Passwords,
}

/// The addresses of the two roles that production, too, tells apart.
#[derive(Clone)]
pub struct Urls {
    /// Owns the database; for migrations.
    pub owner: String,
    /// The plain role that the server runs as.
    pub app: String,
}

struct Passwords {
    superuser: String,
    owner: String,
    app: String,
}

impl std::fmt::Debug for Passwords {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Passwords(…)")
    }
}

impl Postgres {
    /// Start it, wait until it answers, and see that database and roles are there.
    pub async fn start(launch: Launch<'_>) -> anyhow::Result<Self> {
        let folder = launch.folder;
        let passwords = Passwords {
            superuser: folder.secret("postgres-superuser")?,
            owner: folder.secret("postgres-owner")?,
            app: folder.secret("postgres-app")?,
        };
        let programs = programs::find(launch.programs)?;
        let cluster = Cluster::open(folder.postgres(), programs)?;
        cluster.create_once(&passwords.superuser)?;
        remains::wait_until_gone(&cluster.data()).await?;
        let keeper = Keeper::start(cluster.server(launch.durable)?)?;
        let postgres = Self { keeper, cluster, passwords };
        bootstrap::run(&mut postgres.connect().await?, &postgres.passwords).await?;
        Ok(postgres)
    }

    pub fn urls(&self) -> Urls {
        Urls {
            owner: self.cluster.url(bootstrap::OWNER, &self.passwords.owner, bootstrap::DATABASE),
            app: self.cluster.url(bootstrap::APP, &self.passwords.app, bootstrap::DATABASE),
        }
    }

    /// The superuser's address of the maintenance database; tests make their own databases with it.
    pub fn superuser_url(&self) -> String {
        self.cluster.url("postgres", &self.passwords.superuser, "postgres")
    }

    /// Resolves when the database has ended, whoever ended it.
    pub async fn ended(&self) {
        self.keeper.ended().await;
    }

    /// Stop it in order and wait for its end.
    pub async fn stop(self) {
        self.keeper.stop().await;
    }

    async fn connect(&self) -> anyhow::Result<PgConnection> {
        let options: PgConnectOptions =
            self.superuser_url().parse().context("our own address is well-formed")?;
        let asked = Instant::now();
        loop {
            match PgConnection::connect_with(&options).await {
                Ok(connection) => return Ok(connection),
                Err(_) if self.keeper.has_ended() => {
                    bail!("PostgreSQL did not start:\n{}", self.cluster.last_words())
                }
                Err(error) if !is_starting(&error) || asked.elapsed() > READY_WITHIN => {
                    return Err(error).context("PostgreSQL does not let us in");
                }
                Err(_) => tokio::time::sleep(ASK_AGAIN_AFTER).await,
            }
        }
    }
}

/// No socket yet, or one that says `cannot_connect_now`; anything else would stay as it is.
fn is_starting(error: &sqlx::Error) -> bool {
    match error {
        sqlx::Error::Io(_) => true,
        sqlx::Error::Database(error) => error.code().is_some_and(|code| code == "57P03"),
        _ => false,
    }
}
