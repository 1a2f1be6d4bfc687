//! The database and its two roles, made by the superuser when they are not there.

use anyhow::Context as _;
use sqlx::{AssertSqlSafe, PgConnection};

use super::Passwords;

pub(super) const DATABASE: &str = "mizban";
/// Owns the tables, and is used for migrations only.
pub(super) const OWNER: &str = "mizban_owner";
/// What the server runs as: owns nothing, obeys row security.
pub(super) const APP: &str = "mizban_app";

pub(super) async fn run(admin: &mut PgConnection, passwords: &Passwords) -> anyhow::Result<()> {
    // PostgreSQL lets a database's owner into its schema by inheritance.
    role(admin, OWNER, "inherit", &passwords.owner).await.context("the owner's role")?;
    role(admin, APP, "noinherit", &passwords.app).await.context("the running role")?;
    database(admin).await.context("the database")
}

/// Names and passwords stand in the text, since these statements take no parameters: the names are
/// constants and a password is hexadecimal digits.
async fn role(
    admin: &mut PgConnection,
    name: &str,
    inherit: &str,
    password: &str,
) -> anyhow::Result<()> {
    let there: bool = sqlx::query_scalar("select exists (select from pg_roles where rolname = $1)")
        .bind(name)
        .fetch_one(&mut *admin)
        .await?;
    let verb = if there { "alter" } else { "create" };
    let statement = format!(
        "{verb} role {name} login {inherit} nosuperuser nobypassrls nocreatedb nocreaterole \
         noreplication password '{password}'"
    );
    sqlx::raw_sql(AssertSqlSafe(statement)).execute(admin).await?;
    Ok(())
}

async fn database(admin: &mut PgConnection) -> anyhow::Result<()> {
    let there: bool =
        sqlx::query_scalar("select exists (select from pg_database where datname = $1)")
            .bind(DATABASE)
            .fetch_one(&mut *admin)
            .await?;
    if !there {
        let create = format!("create database {DATABASE} owner {OWNER}");
        sqlx::raw_sql(AssertSqlSafe(create)).execute(&mut *admin).await?;
    }
    let close = format!(
        "revoke all on database {DATABASE} from public; grant connect on database {DATABASE} to {APP}"
    );
    sqlx::raw_sql(AssertSqlSafe(close)).execute(admin).await?;
    Ok(())
}
