//! The connections that the server works with.

use std::str::FromStr as _;
use std::time::Duration;

use anyhow::Context as _;
use sqlx::PgPool;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

/// Longer than any statement of a page takes, shorter than a person waits.
const STATEMENT_WITHIN: &str = "10s";
/// Waiting for a row somebody else holds.
const LOCK_WITHIN: &str = "5s";
/// A transaction that was forgotten open must not hold its locks for ever.
const IDLE_IN_TRANSACTION_WITHIN: &str = "30s";
/// A statement is planned once for each connection and not again for each call. Planning cost as
/// much as running what is short; none of our statements needs another plan for other values, and those that
/// read a page of something long say how far they read by themselves.
const PLANNED_ONCE: &str = "force_generic_plan";
/// Waiting for a free connection; then the answer is "try again", not a growing queue.
const CONNECTION_WITHIN: Duration = Duration::from_secs(5);

/// A pool of the plain running role. Connections are not tested before each use: the check would
/// cost a round trip, and a dead one shows itself with its first statement.
pub async fn open(url: &str, connections: u32) -> anyhow::Result<PgPool> {
    let options = PgConnectOptions::from_str(url)?.application_name("mizban").options([
        ("statement_timeout", STATEMENT_WITHIN),
        ("lock_timeout", LOCK_WITHIN),
        ("idle_in_transaction_session_timeout", IDLE_IN_TRANSACTION_WITHIN),
        ("plan_cache_mode", PLANNED_ONCE),
    ]);
    PgPoolOptions::new()
        .max_connections(connections)
        .acquire_timeout(CONNECTION_WITHIN)
        .test_before_acquire(false)
        .connect_with(options)
        .await
        .context("[database] url")
}
