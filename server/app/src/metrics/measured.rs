//! Puts a watch on everything that answers people's requests.

use std::sync::Arc;
use std::time::Instant;

use poem::{Endpoint, Request, Response};
use prometheus::{IntCounter, IntGauge};
use web::Served;

use super::http::{Answered, Http};

/// An endpoint whose requests are counted.
pub(crate) struct Measured<E> {
    http: Arc<Http>,
    inner: E,
}

impl<E> Measured<E> {
    pub(crate) fn over(http: Arc<Http>, inner: E) -> Self {
        Self { http, inner }
    }
}

impl<E: Endpoint<Output = Response>> Endpoint for Measured<E> {
    type Output = Response;

    async fn call(&self, request: Request) -> poem::Result<Response> {
        let (began, method) = (Instant::now(), request.method().clone());
        let watch = Watch::begin(self.http.in_flight.clone(), self.http.unfinished.clone());
        let mut response = match self.inner.call(request).await {
            Ok(response) => response,
            Err(error) => error.into_response(),
        };
        watch.end();
        let (status, took) = (response.status(), began.elapsed());
        let served = response.extensions_mut().remove::<Served>();
        self.http.count(&Answered { method: &method, status, took, served: served.as_ref() });
        Ok(response)
    }
}

/// A request under way. One that is dropped before its end was given up: its handler panicked or took
/// too long, or its client went away.
struct Watch {
    in_flight: IntGauge,
    unfinished: Option<IntCounter>,
}

impl Watch {
    fn begin(in_flight: IntGauge, unfinished: IntCounter) -> Self {
        in_flight.inc();
        Self { in_flight, unfinished: Some(unfinished) }
    }

    fn end(mut self) {
        self.unfinished = None;
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.in_flight.dec();
        if let Some(unfinished) = &self.unfinished {
            unfinished.inc();
        }
    }
}
