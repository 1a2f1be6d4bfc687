//! Requests: how many, with what status, how long they took, and for whom.

use std::time::Duration;

use poem::http::{Method, StatusCode};
use prometheus::{
    HistogramOpts, HistogramVec, IntCounter, IntCounterVec, IntGauge, Opts, Registry, Result,
};
use web::{Route, Served};

use super::families::gauge;

/// In seconds: from a page out of memory to the longest that a handler may take.
const BOUNDS: [f64; 13] =
    [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0];

/// The methods that are named.
const KNOWN: [Method; 7] = [
    Method::GET,
    Method::HEAD,
    Method::POST,
    Method::PUT,
    Method::PATCH,
    Method::DELETE,
    Method::OPTIONS,
];

/// Stands for what has no surface or no route.
const NONE: &str = "none";

pub(crate) struct Http {
    requests: IntCounterVec,
    seconds: HistogramVec,
    agency_requests: IntCounterVec,
    agency_errors: IntCounterVec,
    pub(super) in_flight: IntGauge,
    pub(super) unfinished: IntCounter,
}

/// A request that was answered.
pub(super) struct Answered<'a> {
    pub(super) method: &'a Method,
    pub(super) status: StatusCode,
    pub(super) took: Duration,
    /// Nothing where no surface answered, as for a host that is none of ours.
    pub(super) served: Option<&'a Served>,
}

impl Http {
    pub(super) fn new(registry: &Registry) -> Result<Self> {
        let many = |name, help, labels: &[&str]| counters(registry, (name, help), labels);
        let in_flight = "Requests that are being answered.";
        let unfinished = "Requests given up before their answer: the handler failed or took too \
                          long, or the client left.";
        Ok(Self {
            requests: many(
                "mizban_http_requests_total",
                "Requests that were answered.",
                &["surface", "route", "method", "status"],
            )?,
            seconds: seconds(registry)?,
            agency_requests: many(
                "mizban_agency_requests_total",
                "Requests on the surfaces of an agency.",
                &["agency"],
            )?,
            agency_errors: many(
                "mizban_agency_errors_total",
                "Of these, how many failed by a fault of ours.",
                &["agency"],
            )?,
            in_flight: gauge(registry, "mizban_http_requests_in_flight", in_flight)?,
            unfinished: many("mizban_http_requests_unfinished_total", unfinished, &[])?
                .with_label_values::<&str>(&[]),
        })
    }

    pub(super) fn count(&self, answered: &Answered<'_>) {
        let Answered { method, status, took, served } = answered;
        let (surface, method) = (surface(*served), name(method));
        let route = route(*served);
        self.requests.with_label_values(&[surface, route, method, status.as_str()]).inc();
        self.seconds.with_label_values(&[surface, route, method]).observe(took.as_secs_f64());
        let Some(tenant) = served.and_then(|served| served.tenant.as_ref()) else { return };
        self.agency_requests.with_label_values(&[&tenant.slug]).inc();
        let errors = self.agency_errors.with_label_values(&[&tenant.slug]);
        if status.is_server_error() {
            errors.inc();
        }
    }
}

fn seconds(registry: &Registry) -> Result<HistogramVec> {
    let options = HistogramOpts::new(
        "mizban_http_request_duration_seconds",
        "From the head of a request to the head of its answer.",
    );
    let seconds =
        HistogramVec::new(options.buckets(BOUNDS.into()), &["surface", "route", "method"])?;
    registry.register(Box::new(seconds.clone()))?;
    Ok(seconds)
}

fn counters(
    registry: &Registry,
    (name, help): (&str, &str),
    labels: &[&str],
) -> Result<IntCounterVec> {
    let counters = IntCounterVec::new(Opts::new(name, help), labels)?;
    registry.register(Box::new(counters.clone()))?;
    Ok(counters)
}

fn surface(served: Option<&Served>) -> &'static str {
    served.map_or(NONE, |served| served.surface.into())
}

fn route(served: Option<&Served>) -> &str {
    match served.map(|served| &served.route) {
        Some(Route::Pattern(pattern)) => pattern,
        Some(Route::Asset) => "assets",
        Some(Route::None) | None => NONE,
    }
}

/// Anybody can make a method up.
fn name(method: &Method) -> &str {
    if KNOWN.contains(method) { method.as_str() } else { "other" }
}
