use std::time::{Duration, Instant};

use sqlx::PgPool;
use tempfile::TempDir;
use uuid::Uuid;

use super::Working;
use crate::Config;
use crate::config::{DeploymentKey, Secret};
use crate::postgres::Urls;
use crate::serve::Running;
use crate::tests::{ask, config, external};
use crate::{migrate, pool, testing, wiring};

const KEY: &str = "n1Zq3vC9wq0JmZ5b1oVbKfB8X2kz0uY7t4e6d8c9a0A=";

/// A worker looks for jobs at least every second.
const LONGER_THAN_BETWEEN_LOOKS: Duration = Duration::from_millis(1500);
/// Less than the minute after which a worker sweeps up what other processes left unchained.
const PATIENCE: Duration = Duration::from_secs(45);

/// The settings of a server or a worker that shares its database and its store with others.
fn shared(place: &TempDir, urls: &Urls) -> Config {
    let mut config = config(place);
    config.worker.in_serve = false;
    config.database.url = Secret::new(&urls.app);
    config.secrets.key = Secret::new(KEY);
    config.storage.endpoint = "http://127.0.0.1:9".to_owned();
    config.storage.access_key = Secret::new("a");
    config.storage.secret_key = Secret::new("b");
    config
}

/// Leave a job that ends as soon as it is taken: its timer is not there.
async fn leave_a_job(pool: &PgPool) {
    let job = "insert into jobs (tenant_id, id, kind, subject_id, run_at)
        select id, $1, 'fire-timer', $1, now() from tenants where slug = 'fda'";
    let left = sqlx::query(job).bind(Uuid::now_v7()).execute(pool).await.unwrap();
    assert_eq!(left.rows_affected(), 1);
}

async fn jobs_due(pool: &PgPool) -> i64 {
    let due = "select count(*) from jobs where run_at <= now()";
    sqlx::query_scalar(due).fetch_one(pool).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_leaves_its_jobs_to_a_worker_and_still_chains_its_audit_lines() {
    let scratch = testing::postgres().await.unwrap();
    let urls = external(scratch, "apart").await;
    migrate::migrate(&urls.owner, &urls.app).await.unwrap();
    let (of_server, of_worker) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let server = Running::start(shared(&of_server, &urls)).await.unwrap();
    let pool = pool::open(&urls.app, 4).await.unwrap();

    leave_a_job(&pool).await;
    let desks = wiring::desks(pool.clone(), &DeploymentKey::parse(KEY).unwrap());
    let fda = desks.at("fda").await.unwrap().unwrap();
    within("the server chains what it wrote", async || {
        tenants::audit::verify(&desks, &fda).await.unwrap().unsealed == 0
    })
    .await;
    tokio::time::sleep(LONGER_THAN_BETWEEN_LOOKS).await;
    assert_eq!(jobs_due(&pool).await, 1, "the server carries out jobs");

    let worker = Working::start(shared(&of_worker, &urls)).await.unwrap();
    within("the worker carries out what is due", async || jobs_due(&pool).await == 0).await;
    let ready = ask(worker.internal.address(), "/readyz").await;
    assert!(ready.starts_with("HTTP/1.1 200"), "{ready}");
    let metrics = ask(worker.internal.address(), "/metrics").await;
    assert!(metrics.contains("\nmizban_figures_up 1\n"), "{metrics}");
    worker.stop().await;
    server.stop().await;
}

async fn within(what: &str, mut holds: impl AsyncFnMut() -> bool) {
    let started = Instant::now();
    while !holds().await {
        assert!(started.elapsed() < PATIENCE, "never: {what}");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}
