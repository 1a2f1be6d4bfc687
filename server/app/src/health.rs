//! `/livez` and `/readyz`, on the internal address only.
//!
//! Alive means that the process answers. Ready means that people's requests would be: the database
//! answers, the schema is there, and the server is neither starting nor stopping. A store that does
//! not answer is named and leaves the server ready: pages work without it.

use std::sync::Arc;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use gateways::Store;
use poem::http::{Method, StatusCode};
use poem::web::Json;
use poem::{Endpoint, IntoResponse as _, Request, Response};
use serde_json::{Value, json};
use sqlx::PgPool;

/// A probe that waits longer has its answer.
const ANSWER_WITHIN: Duration = Duration::from_secs(2);

/// What is known of this server. Cloning shares it.
#[derive(Debug, Clone, Default)]
pub struct Health(Arc<Inner>);

#[derive(Debug, Default)]
struct Inner {
    parts: OnceLock<(PgPool, Store)>,
    stopping: AtomicBool,
}

impl Health {
    /// The server has started: migrations have run, and these are what it stands on.
    pub fn started(&self, pool: PgPool, store: Store) {
        // Starting twice would be a fault of ours, and the first parts are the ones in use.
        let _ = self.0.parts.set((pool, store));
    }

    /// From now on not ready, so that balancers send nothing new.
    pub fn stopping(&self) {
        self.0.stopping.store(true, Ordering::Release);
    }

    /// Ready or not, and why.
    pub async fn report(&self) -> (bool, Value) {
        if self.0.stopping.load(Ordering::Acquire) {
            return (false, json!({ "ready": false, "state": "stopping" }));
        }
        let Some((pool, store)) = self.0.parts.get() else {
            return (false, json!({ "ready": false, "state": "starting" }));
        };
        let (database, storage) = tokio::join!(answers(pool), store.ping());
        let report = json!({
            "ready": database,
            "state": "running",
            "database": if database { "ok" } else { "down" },
            "migrations": "applied",
            "storage": if storage.is_ok() { "ok" } else { "degraded" },
        });
        (database, report)
    }
}

async fn answers(pool: &PgPool) -> bool {
    let asked = sqlx::query_scalar::<_, i32>("select 1").fetch_one(pool);
    matches!(tokio::time::timeout(ANSWER_WITHIN, asked).await, Ok(Ok(1)))
}

impl Endpoint for Health {
    type Output = Response;

    async fn call(&self, request: Request) -> poem::Result<Response> {
        if !matches!(*request.method(), Method::GET | Method::HEAD) {
            return Ok(StatusCode::METHOD_NOT_ALLOWED.into());
        }
        match request.uri().path() {
            "/livez" => Ok("alive\n".into_response()),
            "/readyz" => {
                let (ready, report) = self.report().await;
                let status = if ready { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
                Ok(Json(report).with_status(status).into_response())
            }
            _ => Ok(StatusCode::NOT_FOUND.into()),
        }
    }
}
