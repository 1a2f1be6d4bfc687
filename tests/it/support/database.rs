//! A migrated template database with the demo agencies and the operator's premises, cloned for every
//! test.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU32, Ordering};

use app::{DEMO_AGENCIES, migrate, testing};
use domain::blueprints::{self, Opened};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::{AssertSqlSafe, Connection as _, PgConnection, PgPool};
use tenants::{Clock, Desks, Keyring};
use tokio::sync::OnceCell;
use uuid::Uuid;

static TEMPLATE: OnceCell<Template> = OnceCell::const_new();
static NEXT: AtomicU32 = AtomicU32::new(0);

/// The role that migrates and owns, and the plain one that tests run as.
const OWNER: &str = "it_owner";
const PLAIN: &str = "it_plain";

const TABLES: &str = "select tablename::text from pg_tables where schemaname = 'public' order by 1";

const WALLED: &str = "select table_name::text from information_schema.columns
    where table_schema = 'public' and column_name = 'tenant_id' order by 1";

/// What every clone begins with.
pub struct Template {
    superuser: PgConnectOptions,
    pub agencies: Vec<Opened>,
}

/// One test's own database.
pub struct Database {
    pub name: String,
    /// Of the plain role, as the server has it.
    pub pool: PgPool,
    superuser: PgConnectOptions,
}

pub fn keyring() -> Keyring {
    Keyring::new("deployment", [7; 32])
}

pub async fn template() -> &'static Template {
    TEMPLATE.get_or_init(|| async { make().await.expect("the template database") }).await
}

async fn make() -> anyhow::Result<Template> {
    let superuser: PgConnectOptions = testing::postgres().await?.superuser_url.parse()?;
    let name = format!("it_template_{}", std::process::id());
    let mut connection = PgConnection::connect_with(&superuser).await?;
    for role in [OWNER, PLAIN] {
        let make = format!(
            "do $$ begin create role {role} login password '{role}'; exception when duplicate_object then null; end $$"
        );
        sqlx::raw_sql(AssertSqlSafe(make)).execute(&mut connection).await?;
    }
    let make = format!("create database {name} owner {OWNER}");
    sqlx::raw_sql(AssertSqlSafe(make)).execute(&mut connection).await?;
    migrate::migrate(&url(&superuser, OWNER, &name), &url(&superuser, PLAIN, &name)).await?;

    let pool = pool(&superuser, &name, 4).await?;
    let desks = Desks::open(pool.clone(), Clock::default(), keyring());
    let mut agencies = Vec::new();
    // Those that a development server opens, so that none has to be opened in each test.
    for (blueprint, slug) in DEMO_AGENCIES {
        agencies.push(blueprints::open_agency(&desks, blueprint, slug, true).await?);
    }
    drop(desks);
    pool.close().await;
    let lock = format!(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = '{name}' and pid <> pg_backend_pid();
         alter database {name} is_template true"
    );
    sqlx::raw_sql(AssertSqlSafe(lock)).execute(&mut connection).await?;
    Ok(Template { superuser: superuser.database(&name), agencies })
}

fn url(superuser: &PgConnectOptions, role: &str, name: &str) -> String {
    format!("postgres://{role}:{role}@{}:{}/{name}", superuser.get_host(), superuser.get_port())
}

async fn pool(superuser: &PgConnectOptions, name: &str, size: u32) -> anyhow::Result<PgPool> {
    let options: PgConnectOptions = url(superuser, PLAIN, name).parse()?;
    let options = options.options([("lock_timeout", "5s"), ("statement_timeout", "20s")]);
    Ok(PgPoolOptions::new()
        .max_connections(size)
        .test_before_acquire(false)
        .connect_with(options)
        .await?)
}

impl Database {
    /// A clone of the template, with a pool of the plain role.
    pub async fn open(size: u32) -> Self {
        let template = template().await;
        let from = template.superuser.get_database().expect("the template has a name");
        let name = format!("it_{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let mut connection = superuser(&template.superuser.clone().database("postgres")).await;
        let clone = format!("create database {name} template {from}");
        sqlx::raw_sql(AssertSqlSafe(clone)).execute(&mut connection).await.expect("a clone");
        let pool = pool(&template.superuser, &name, size).await.expect("a pool");
        let superuser = template.superuser.clone().database(&name);
        Self { name, pool, superuser }
    }

    /// A connection that no wall stops: for planting faults and for reading the catalogue.
    pub async fn superuser(&self) -> PgConnection {
        superuser(&self.superuser).await
    }

    /// The rows of every table as text, without the wall: what a dump of the database holds.
    pub async fn dump(&self) -> BTreeMap<String, Vec<String>> {
        let mut superuser = self.superuser().await;
        let tables: Vec<String> =
            sqlx::query_scalar(TABLES).fetch_all(&mut superuser).await.expect("the tables");
        let mut dump = BTreeMap::new();
        for table in tables {
            let rows = format!("select t::text from {table} t order by 1");
            let rows = sqlx::query_scalar(AssertSqlSafe(rows)).fetch_all(&mut superuser).await;
            dump.insert(table, rows.expect("the rows"));
        }
        dump
    }

    /// A digest of each table's rows, without the wall and without the last sign of life of
    /// sessions: what stays the same when nothing happens.
    pub async fn digest(&self) -> BTreeMap<String, String> {
        let mut superuser = self.superuser().await;
        let tables: Vec<String> =
            sqlx::query_scalar(TABLES).fetch_all(&mut superuser).await.expect("the tables");
        let of = |table: &String| {
            let row =
                if table == "sessions" { "(to_jsonb(t) - 'seen_at')::text" } else { "t::text" };
            format!(
                "select '{table}', md5(coalesce(string_agg({row}, '' order by {row}), '')) from {table} t"
            )
        };
        let all = tables.iter().map(of).collect::<Vec<_>>().join(" union all ");
        let rows = sqlx::query_as(AssertSqlSafe(all)).fetch_all(&mut superuser).await;
        rows.expect("the digests").into_iter().collect()
    }

    /// A digest of one tenant's rows in each table that has tenants, whether or not the wall hides them.
    pub async fn digest_of(&self, tenant: Uuid) -> BTreeMap<String, String> {
        let mut superuser = self.superuser().await;
        let tables: Vec<String> =
            sqlx::query_scalar(WALLED).fetch_all(&mut superuser).await.expect("the tables");
        let of = |table: &String| {
            format!(
                "select '{table}', md5(coalesce(string_agg(t::text, '' order by t::text), ''))
                 from {table} t where tenant_id = $1"
            )
        };
        let all = tables.iter().map(of).collect::<Vec<_>>().join(" union all ");
        let rows = sqlx::query_as(AssertSqlSafe(all)).bind(tenant).fetch_all(&mut superuser).await;
        rows.expect("the digests").into_iter().collect()
    }

    /// The address of the plain role.
    pub fn url(&self) -> String {
        url(&self.superuser, PLAIN, &self.name)
    }
}

async fn superuser(options: &PgConnectOptions) -> PgConnection {
    PgConnection::connect_with(options).await.expect("a connection of the superuser")
}
