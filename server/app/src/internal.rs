//! What the internal address answers: the probes and the metrics.

use std::sync::{Arc, OnceLock};

use poem::http::{Method, StatusCode};
use poem::{Endpoint, IntoResponse as _, Request, Response};

use crate::health::Health;
use crate::metrics::{self, Metrics};

/// The internal surface. Cloning shares it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Internal {
    pub(crate) health: Health,
    metrics: Arc<OnceLock<Metrics>>,
}

impl Internal {
    /// From now on there is something to measure.
    pub(crate) fn measure(&self, metrics: Metrics) {
        // Starting twice would be a fault of ours, and the first metrics are the ones that count.
        let _ = self.metrics.set(metrics);
    }

    async fn page(&self) -> Response {
        let Some(metrics) = self.metrics.get() else {
            return StatusCode::SERVICE_UNAVAILABLE.into();
        };
        match metrics.page().await {
            Ok(page) => page.with_content_type(metrics::FORMAT).into_response(),
            Err(error) => {
                tracing::error!(%error, "the metrics cannot be written");
                StatusCode::INTERNAL_SERVER_ERROR.into()
            }
        }
    }
}

impl Endpoint for Internal {
    type Output = Response;

    async fn call(&self, request: Request) -> poem::Result<Response> {
        let reads = matches!(*request.method(), Method::GET | Method::HEAD);
        if reads && request.uri().path() == "/metrics" {
            return Ok(self.page().await);
        }
        self.health.call(request).await
    }
}
