//! Bring the database to this program's schema, as its owner.

use std::str::FromStr as _;

use anyhow::{Context as _, ensure};
use sqlx::migrate::Migrator;
use sqlx::postgres::PgConnectOptions;
use sqlx::{AssertSqlSafe, Connection as _, PgConnection, PgPool};

/// The history of the database, embedded.
pub static MIGRATOR: Migrator = sqlx::migrate!("../../migrations");

/// What the running role may do; `:app` stands for its name.
const GRANTS: &str = include_str!("../../../migrations/grants/app_role.sql");

/// Run every migration that has not run yet, then give the running role its rights anew.
///
/// Several servers may do this at once: the migrator holds an advisory lock.
pub async fn migrate(owner_url: &str, app_url: &str) -> anyhow::Result<()> {
    let app = PgConnectOptions::from_str(app_url)?;
    let mut owner = PgConnection::connect(owner_url).await.context("the owner's address")?;
    MIGRATOR.run(&mut owner).await.context("the migrations")?;
    grant(&mut owner, app.get_username()).await.context("the rights of the running role")?;
    owner.close().await?;
    Ok(())
}

/// Refuse a database that lacks a migration of this program, for a server without the owner's
/// address.
///
/// A schema that is ahead is welcome: replicas of the release before meet it during a roll-out.
pub async fn refuse_outdated(pool: &PgPool) -> anyhow::Result<()> {
    const APPLIED: &str = "select version from _sqlx_migrations where success";
    let applied: Vec<i64> = sqlx::query_scalar(APPLIED)
        .fetch_all(pool)
        .await
        .context("the schema cannot be seen: `mizban migrate` comes first")?;
    let missing = MIGRATOR.iter().filter(|one| !applied.contains(&one.version)).count();
    ensure!(missing == 0, "the schema lacks {missing} migrations: `mizban migrate` comes first");
    Ok(())
}

/// One transaction, so that a running server never sees half of its rights.
async fn grant(owner: &mut PgConnection, role: &str) -> anyhow::Result<()> {
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    ensure!(!role.is_empty() && role.chars().all(plain), "the role's name needs plain letters");
    let grants = GRANTS.replace(":app", &format!("\"{role}\""));
    let statements = format!("begin; {grants}; commit");
    sqlx::raw_sql(AssertSqlSafe(statements)).execute(owner).await?;
    Ok(())
}
