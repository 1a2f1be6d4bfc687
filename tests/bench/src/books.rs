//! The server's own database, seen past the walls.

use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context as _, ensure};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::{AssertSqlSafe, PgPool};
use tokio::time::{Instant, sleep};

use crate::house;

/// How long the worker may take over what a load left it.
const IDLE_WITHIN: Duration = Duration::from_mins(2);

/// Where the database is and how one gets in.
pub(crate) struct Books {
    /// Connections of the superuser, whom no wall stops.
    pub(crate) pool: PgPool,
    data: PathBuf,
    port: u16,
}

impl Books {
    pub(crate) async fn open(data: PathBuf) -> anyhow::Result<Self> {
        let running = house::read(&data, "postgres/cluster/postmaster.pid")?;
        // The fourth line of the lock file (PostgreSQL's documentation, `miscadmin.h`).
        let port = running.lines().nth(3).context("no port in the lock file")?.trim().parse()?;
        let options = options(&data, port, "postgres", "postgres-superuser")?;
        let pool = PgPoolOptions::new().max_connections(2).connect_with(options).await?;
        Ok(Self { pool, data, port })
    }

    /// Connections of the plain role, as the server itself has them.
    pub(crate) async fn plain(&self) -> anyhow::Result<PgPool> {
        let options = options(&self.data, self.port, "mizban_app", "postgres-app")?;
        Ok(PgPoolOptions::new().max_connections(16).connect_with(options).await?)
    }

    /// The same, with as many and with the settings that the server works with.
    pub(crate) async fn as_served(&self, connections: u32) -> anyhow::Result<PgPool> {
        let options = options(&self.data, self.port, "mizban_app", "postgres-app")?
            .options([("plan_cache_mode", "force_generic_plan"), ("lock_timeout", "5s")]);
        let pool = PgPoolOptions::new().max_connections(connections).test_before_acquire(false);
        Ok(pool.connect_with(options).await?)
    }

    /// What a client program of PostgreSQL needs to come in as the superuser, the same way as the
    /// server does.
    pub(crate) fn environment(
        &self,
        database: &str,
    ) -> anyhow::Result<[(&'static str, String); 5]> {
        Ok([
            ("PGHOST", socket(&self.data)),
            ("PGPORT", self.port.to_string()),
            ("PGUSER", "postgres".to_owned()),
            ("PGPASSWORD", house::read(&self.data, "secrets/postgres-superuser")?),
            ("PGDATABASE", database.to_owned()),
        ])
    }

    /// Let both sides begin alike: no job is due, statistics are fresh, nothing waits to be written
    /// to the disk.
    pub(crate) async fn settle(&self) -> anyhow::Result<()> {
        let until = Instant::now() + IDLE_WITHIN;
        while self.due_jobs().await? > 0 {
            ensure!(Instant::now() < until, "the worker does not get done");
            sleep(Duration::from_millis(100)).await;
        }
        for statement in ["vacuum analyze", "checkpoint"] {
            sqlx::raw_sql(statement).execute(&self.pool).await?;
        }
        Ok(())
    }

    async fn due_jobs(&self) -> anyhow::Result<i64> {
        let due = sqlx::query_scalar("select count(*) from jobs where run_at < now()");
        Ok(due.fetch_one(&self.pool).await?)
    }

    /// A database that only PostgreSQL's own benchmark uses.
    pub(crate) async fn empty_database(&self, name: &str) -> anyhow::Result<()> {
        let create = AssertSqlSafe(format!("create database {name}"));
        sqlx::raw_sql(create).execute(&self.pool).await?;
        Ok(())
    }
}

fn options(data: &Path, port: u16, role: &str, secret: &str) -> anyhow::Result<PgConnectOptions> {
    let password = house::read(data, &format!("secrets/{secret}"))?;
    let options = PgConnectOptions::new().socket(socket(data)).port(port).username(role);
    Ok(options.password(&password).database("mizban"))
}

/// The folder of the database's socket.
fn socket(data: &Path) -> String {
    data.join("postgres").display().to_string()
}
