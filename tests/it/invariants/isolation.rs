//! Tenants never meet, whatever connection they are served on.

use rand::seq::IndexedRandom as _;
use sqlx::{PgConnection, Row as _};
use tenants::{Caller, Clock, Desks};

use crate::support::Database;

/// Which of its processes PostgreSQL serves a connection with.
async fn pid(connection: &mut PgConnection) -> i32 {
    let asked = sqlx::query_scalar("select pg_backend_pid()").fetch_one(connection);
    asked.await.expect("PostgreSQL tells")
}

async fn seen(scope: &mut tenants::Scope) -> Vec<String> {
    let rows = sqlx::query("select distinct tenant_id::text from units order by 1")
        .fetch_all(scope.conn())
        .await
        .expect("a query without a tenant in it");
    rows.iter().map(|r| r.get::<String, _>(0)).collect()
}

/// One connection (the others are left to what is no call), used by both tenants and by nobody in
/// random order: nothing stays behind.
#[tokio::test]
async fn a_connection_used_by_one_tenant_shows_nothing_of_it_to_the_next() {
    let database = Database::open(4).await;
    let keys = crate::support::keyring();
    let desks = Desks::open(database.pool.clone(), Clock::default(), keys);
    let tenants =
        [desks.at("fda").await.unwrap().unwrap(), desks.at("fda2").await.unwrap().unwrap()];
    let mut served = None;
    for turn in 0..10_000 {
        if turn % 3 == 2 {
            let mut glance =
                desks.glance(&tenants[0], Caller::Visitor(tenants[0].id)).await.unwrap();
            let rows: i64 = sqlx::query_scalar("select count(*) from units")
                .fetch_one(glance.conn())
                .await
                .expect("no tenant is no error");
            assert_eq!(rows, 0, "turn {turn}: without a tenant nothing is seen");
            assert_eq!(*served.get_or_insert(pid(glance.conn()).await), pid(glance.conn()).await);
            glance.end();
            continue;
        }
        let tenant = tenants.choose(&mut rand::rng()).unwrap();
        let mut scope = desks.enter(tenant, Caller::Worker(tenant.id)).await.unwrap();
        assert_eq!(seen(&mut scope).await, [tenant.id.0.to_string()], "turn {turn}");
        if turn % 2 == 0 {
            scope.commit().await.unwrap();
        }
    }
}

#[tokio::test]
async fn a_row_of_another_tenant_can_be_neither_written_nor_pointed_at() {
    let database = Database::open(4).await;
    let desks = Desks::open(database.pool.clone(), Clock::default(), crate::support::keyring());
    let (one, other) =
        (desks.at("fda").await.unwrap().unwrap(), desks.at("fda2").await.unwrap().unwrap());
    let mut scope = desks.enter(&other, Caller::Worker(other.id)).await.unwrap();
    let theirs: uuid::Uuid =
        sqlx::query_scalar("select id from units limit 1").fetch_one(scope.conn()).await.unwrap();
    drop(scope);

    let mut scope = desks.enter(&one, Caller::Worker(one.id)).await.unwrap();
    let moved = sqlx::query("update units set tenant_id = $1").bind(other.id.0);
    assert!(moved.execute(scope.conn()).await.is_err(), "a row moves to another tenant");
    drop(scope);

    let mut scope = desks.enter(&one, Caller::Worker(one.id)).await.unwrap();
    let pointed = sqlx::query(
        "insert into units (tenant_id, id, key, parent_id, title) values ($1, $2, 'x', $3, '{}')",
    );
    let pointed = pointed.bind(one.id.0).bind(uuid::Uuid::now_v7()).bind(theirs);
    assert!(pointed.execute(scope.conn()).await.is_err(), "a row points at another tenant's");
}

/// A window shows what was published; it lets nobody reach through.
#[tokio::test]
async fn through_a_window_one_reads_and_does_not_write() {
    let database = Database::open(4).await;
    let desks = Desks::open(database.pool.clone(), Clock::default(), crate::support::keyring());
    let (one, other) =
        (desks.at("fda").await.unwrap().unwrap(), desks.at("fda2").await.unwrap().unwrap());
    let of_other = "select count(*) from directory_services where tenant_id = $1";
    for change in [
        "update directory_services set title = '{}' where tenant_id = $1",
        "update directory_services set tenant_id = current_tenant() where tenant_id = $1",
        "delete from directory_services where tenant_id = $1",
    ] {
        let mut scope = desks.enter(&one, Caller::Worker(one.id)).await.unwrap();
        let seen: i64 =
            sqlx::query_scalar(of_other).bind(other.id.0).fetch_one(scope.conn()).await.unwrap();
        assert!(seen > 0, "the window shows the other's services");
        let done = sqlx::query(change).bind(other.id.0).execute(scope.conn()).await;
        assert_eq!(done.unwrap().rows_affected(), 0, "{change}");
    }
    let mut scope = desks.enter(&one, Caller::Worker(one.id)).await.unwrap();
    let planted = "insert into directory_services
        select $1, service_id, key, position, title, words, grams, open from directory_services
        where tenant_id = current_tenant() limit 1";
    let planted = sqlx::query(planted).bind(other.id.0).execute(scope.conn()).await;
    assert!(planted.unwrap_err().to_string().contains("row-level security"));
}

/// A glance has no tenant of its own: its statement enters, and nothing of that stays behind.
#[tokio::test]
async fn a_glance_sees_what_its_statement_enters_and_leaves_nothing_behind() {
    let database = Database::open(4).await;
    let desks = Desks::open(database.pool.clone(), Clock::default(), crate::support::keyring());
    for slug in ["fda", "fda2", "fda"] {
        let tenant = desks.at(slug).await.unwrap().unwrap();
        let mut glance = desks.glance(&tenant, Caller::Visitor(tenant.id)).await.unwrap();
        let outside = "select count(*) from units";
        let before: i64 = sqlx::query_scalar(outside).fetch_one(glance.conn()).await.unwrap();
        let inside: Vec<uuid::Uuid> = sqlx::query_scalar(
            "select distinct u.tenant_id
             from (select set_config('app.tenant', $1, true)::uuid as tenant offset 0) e
             cross join lateral (select * from units where tenant_id = e.tenant limit 1000) u",
        )
        .bind(tenant.id.0.to_string())
        .fetch_all(glance.conn())
        .await
        .unwrap();
        let after: i64 = sqlx::query_scalar(outside).fetch_one(glance.conn()).await.unwrap();
        assert_eq!((before, inside, after), (0, vec![tenant.id.0], 0), "{slug}");
    }
}
