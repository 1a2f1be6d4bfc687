//! The whole server, in this process.

use std::fs;
use std::net::SocketAddr;
use std::os::unix::fs::PermissionsExt as _;
use std::time::Duration;

use sqlx::{Connection as _, PgConnection};
use tempfile::TempDir;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use crate::Config;
use crate::config::{Secret, Span};
use crate::folder::Folder;
use crate::postgres::Urls;
use crate::serve::{Addresses, Running};
use crate::testing::{self, Scratch};
use crate::{migrate, pool, roles, start};

pub(crate) fn config(place: &TempDir) -> Config {
    fs::set_permissions(place.path(), fs::Permissions::from_mode(0o711)).unwrap();
    let mut config = Config::default();
    config.listen.public.set_port(0);
    config.listen.internal.set_port(0);
    config.data.folder = place.path().join("data");
    config
}

pub(crate) async fn ask(at: SocketAddr, path: &str) -> String {
    let mut socket = TcpStream::connect(at).await.unwrap();
    let request = format!("GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    socket.write_all(request.as_bytes()).await.unwrap();
    let mut answer = String::new();
    socket.read_to_string(&mut answer).await.unwrap();
    answer
}

/// A database with both roles on the shared cluster, as an operator would have made it.
pub(crate) async fn external(scratch: &Scratch, name: &'static str) -> Urls {
    let mut admin = PgConnection::connect(&scratch.superuser_url).await.unwrap();
    for statement in [
        format!("create role {name}_owner login password 'x'"),
        format!("create role {name}_app login noinherit password 'x'"),
        format!("create database {name} owner {name}_owner"),
    ] {
        sqlx::raw_sql(sqlx::AssertSqlSafe(statement)).execute(&mut admin).await.unwrap();
    }
    let rest = scratch.superuser_url.split_once('@').unwrap().1;
    let rest = rest.replacen("/postgres", &format!("/{name}"), 1);
    Urls {
        owner: format!("postgres://{name}_owner:x@{rest}"),
        app: format!("postgres://{name}_app:x@{rest}"),
    }
}

#[tokio::test]
async fn it_starts_with_nothing_configured_is_ready_and_starts_again() {
    let place = tempfile::tempdir().unwrap();
    for _ in 0..2 {
        let running = Running::start(config(&place)).await.unwrap();
        let internal = running.addresses().internal;
        assert!(ask(internal, "/livez").await.starts_with("HTTP/1.1 200"));
        let ready = ask(internal, "/readyz").await;
        assert!(ready.starts_with("HTTP/1.1 200"), "{ready}");
        assert!(ready.contains(r#""storage":"ok""#), "{ready}");
        let public = ask(running.addresses().public, "/readyz").await;
        assert!(!public.contains("storage"), "probes are not for the public: {public}");
        running.stop().await;
        assert!(TcpStream::connect(internal).await.is_err());
    }
}

#[tokio::test]
async fn it_says_not_ready_before_it_stops_accepting() {
    let scratch = testing::postgres().await.unwrap();
    let urls = external(scratch, "graceful").await;
    let place = tempfile::tempdir().unwrap();
    let mut config = config(&place);
    config.database.owner_url = Secret::new(&urls.owner);
    config.database.url = Secret::new(&urls.app);
    config.stop.grace = Span(Duration::from_millis(800));
    let running = Running::start(config).await.unwrap();
    let Addresses { public, internal, .. } = running.addresses().clone();

    let stopping = tokio::spawn(running.stop());
    tokio::time::sleep(Duration::from_millis(100)).await;
    let ready = ask(internal, "/readyz").await;
    assert!(ready.starts_with("HTTP/1.1 503"), "{ready}");
    assert!(ask(internal, "/livez").await.starts_with("HTTP/1.1 200"));
    assert!(ask(public, "/").await.starts_with("HTTP/1.1"), "it stopped accepting too early");
    stopping.await.unwrap();
    assert!(TcpStream::connect(public).await.is_err());
}

#[tokio::test]
async fn it_runs_on_a_database_that_was_given() {
    let scratch = testing::postgres().await.unwrap();
    let urls = external(scratch, "given").await;
    let place = tempfile::tempdir().unwrap();
    let mut config = config(&place);
    config.database.owner_url = Secret::new(&urls.owner);
    config.database.url = Secret::new(&urls.app);
    let running = Running::start(config).await.unwrap();
    assert!(ask(running.addresses().internal, "/readyz").await.starts_with("HTTP/1.1 200"));
    running.stop().await;
    assert!(!place.path().join("data/postgres").exists(), "it started one of its own");
}

#[tokio::test]
async fn without_the_owners_address_it_waits_for_the_migration() {
    let scratch = testing::postgres().await.unwrap();
    let urls = external(scratch, "ownerless").await;
    let place = tempfile::tempdir().unwrap();
    let mut config = config(&place);
    config.database.url = Secret::new(&urls.app);
    let error = Running::start(config.clone()).await.unwrap_err();
    assert!(format!("{error:#}").contains("`mizban migrate` comes first"), "{error:#}");
    let error = start::migrate_only(&config).await.unwrap_err();
    assert!(error.to_string().contains("owner_url"), "{error:#}");

    migrate::migrate(&urls.owner, &urls.app).await.unwrap();
    let mut owner = PgConnection::connect(&urls.owner).await.unwrap();
    let newest = "delete from _sqlx_migrations
        where version = (select max(version) from _sqlx_migrations) returning version";
    let version: i64 = sqlx::query_scalar(newest).fetch_one(&mut owner).await.unwrap();
    let error = Running::start(config.clone()).await.unwrap_err();
    assert!(error.to_string().contains("lacks 1 migrations"), "{error:#}");

    let ahead = "insert into _sqlx_migrations
        select version, 'x', now(), true, 'x', 0 from unnest(array[$1, $1 + 1]) as version";
    sqlx::query(ahead).bind(version).execute(&mut owner).await.unwrap();
    Running::start(config).await.expect("a schema that is ahead is welcome").stop().await;
}

#[tokio::test]
async fn it_does_not_run_as_the_owner() {
    let scratch = testing::postgres().await.unwrap();
    let urls = external(scratch, "owned").await;
    let place = tempfile::tempdir().unwrap();
    let mut config = config(&place);
    config.database.owner_url = Secret::new(&urls.owner);
    config.database.url = Secret::new(&urls.owner);
    let error = Running::start(config).await.unwrap_err();
    assert!(error.to_string().contains("owns tables"), "{error:#}");
}

#[tokio::test]
async fn migrating_twice_changes_nothing_and_leaves_a_plain_role_its_rights() {
    let scratch = testing::postgres().await.unwrap();
    let urls = external(scratch, "twice").await;
    migrate::migrate(&urls.owner, &urls.app).await.unwrap();
    migrate::migrate(&urls.owner, &urls.app).await.unwrap();
    let pool = pool::open(&urls.app, 2).await.unwrap();
    roles::refuse_powerful(&pool).await.unwrap();
    let tenants: i64 =
        sqlx::query_scalar("select count(*) from tenants").fetch_one(&pool).await.unwrap();
    assert_eq!(tenants, 0);
}

#[tokio::test]
async fn a_store_that_is_away_leaves_it_ready_and_is_named() {
    let scratch = testing::postgres().await.unwrap();
    let urls = external(scratch, "storeless").await;
    let place = tempfile::tempdir().unwrap();
    let mut config = config(&place);
    config.database.owner_url = Secret::new(&urls.owner);
    config.database.url = Secret::new(&urls.app);
    config.storage.endpoint = "http://127.0.0.1:9".to_owned();
    config.storage.access_key = Secret::new("a");
    config.storage.secret_key = Secret::new("b");
    let running = Running::start(config).await.unwrap();
    let ready = ask(running.addresses().internal, "/readyz").await;
    assert!(ready.starts_with("HTTP/1.1 200"), "{ready}");
    assert!(ready.contains(r#""storage":"degraded""#), "{ready}");
    running.stop().await;
}

#[tokio::test]
async fn two_servers_do_not_share_a_data_folder() {
    let place = tempfile::tempdir().unwrap();
    let config = config(&place);
    let _held = Folder::open(&config.data.folder).unwrap();
    let error = Running::start(config).await.unwrap_err();
    assert!(error.to_string().contains("another server"), "{error:#}");
}
