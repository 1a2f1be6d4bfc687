//! Connections go from call to call: none is lost, and none takes anything along.

use std::time::Duration;

use sqlx::PgConnection;
use tenants::{Caller, Clock, Desks, Scope};
use tokio::time::timeout;

use crate::support::{Database, keyring};

/// Four of them are left to what is no call.
const CALLS: usize = 2;
const SOON: Duration = Duration::from_secs(4);

struct House {
    database: Database,
    desks: Desks,
}

impl House {
    async fn open() -> Self {
        let database = Database::open(6).await;
        let desks = Desks::open(database.pool.clone(), Clock::default(), keyring());
        Self { database, desks }
    }

    async fn enter(&self) -> anyhow::Result<Scope> {
        let tenant = self.desks.at("fda").await?.expect("the agency is there");
        self.desks.enter(&tenant, Caller::Worker(tenant.id)).await
    }

    /// As many calls at once as there is room for, each doing something.
    async fn is_whole(&self) {
        let mut scopes = Vec::new();
        for _ in 0..CALLS {
            let scope = timeout(SOON, self.enter()).await.expect("a place is free");
            scopes.push(scope.expect("a call"));
        }
        for scope in &mut scopes {
            assert!(units(scope.conn()).await.expect("a statement") > 0, "the tenant was entered");
        }
    }
}

async fn units(connection: &mut PgConnection) -> sqlx::Result<i64> {
    sqlx::query_scalar("select count(*) from units").fetch_one(connection).await
}

async fn rename(scope: &mut Scope) -> sqlx::Result<u64> {
    let tenant = scope.tenant_id();
    let title = "update units set title = '{}' where tenant_id = $1";
    Ok(sqlx::query(title).bind(tenant).execute(scope.conn()).await?.rows_affected())
}

/// Dropped before it is committed, in the middle of a statement, or right after it began: its locks go
/// and what it wrote was never there.
#[tokio::test]
async fn a_call_that_is_given_up_leaves_nothing_behind() {
    let house = House::open().await;
    for turn in 0..20 {
        let mut scope = house.enter().await.unwrap();
        // Held by the turn before, if that were still there: the update would wait and fail.
        assert!(rename(&mut scope).await.unwrap() > 0, "turn {turn}");
        if turn % 2 == 0 {
            let sleeping = sqlx::query("select pg_sleep(0.5)").execute(scope.conn());
            assert!(timeout(Duration::from_millis(20), sleeping).await.is_err(), "turn {turn}");
        }
        drop(scope);
        drop(timeout(Duration::from_micros(50 * turn), house.enter()).await);
    }
    house.is_whole().await;
    let mut scope = house.enter().await.unwrap();
    let named = sqlx::query_scalar("select count(*) from units where title = '{}'");
    let named: i64 = named.fetch_one(scope.conn()).await.unwrap();
    assert_eq!(named, 0, "what was given up was kept");
}

#[tokio::test]
async fn a_statement_that_fails_costs_no_connection() {
    let house = House::open().await;
    for _ in 0..20 {
        let mut scope = house.enter().await.unwrap();
        assert!(sqlx::query("select 1 / 0").execute(scope.conn()).await.is_err());
        let tenant = scope.tenant().clone();
        // Committing what failed keeps nothing, and is no reason to lose the connection.
        drop(scope.commit().await);
        let mut glance = house.desks.glance(&tenant, Caller::Visitor(tenant.id)).await.unwrap();
        assert!(sqlx::query("select 1 / 0").execute(glance.conn()).await.is_err());
    }
    house.is_whole().await;
}

/// PostgreSQL ends them all, as when it is restarted: each is noticed once, and replaced.
#[tokio::test]
async fn connections_that_broke_are_replaced() {
    let house = House::open().await;
    house.is_whole().await;
    let mut superuser = house.database.superuser().await;
    let end = "select count(pg_terminate_backend(pid)) from pg_stat_activity \
               where datname = current_database() and pid <> pg_backend_pid()";
    sqlx::query(end).execute(&mut superuser).await.unwrap();
    let mut failed = 0;
    while let Err(error) = timeout(SOON, house.enter()).await.expect("a place is free") {
        failed += 1;
        assert!(failed <= 6, "{error:#}");
    }
    for _ in 0..CALLS {
        drop(house.enter().await);
    }
    house.is_whole().await;
}

#[tokio::test]
async fn a_pool_that_is_closed_has_all_its_connections_back() {
    let house = House::open().await;
    house.is_whole().await;
    let busy = house.enter().await.unwrap();
    let closing = tokio::spawn({
        let pool = house.database.pool.clone();
        async move { pool.close().await }
    });
    tokio::time::sleep(Duration::from_millis(100)).await;
    busy.commit().await.unwrap();
    timeout(SOON, closing).await.expect("it closes").unwrap();
    assert!(house.enter().await.is_err(), "a closed house lets nobody in");
}
