//! `/metrics`, in the text format of Prometheus, on the internal address only.
//!
//! What this process sees by itself (requests, connections, the process) is counted as it happens.
//! What the database knows of all agencies is read when somebody asks, and not more often than
//! [`figures`] allows; every replica tells the same of it, so a rule takes the `max` of it.
//!
//! A label never holds what a stranger wrote: routes are the router's patterns, methods and statuses
//! are few, and an agency is named only after it was found in the register. Two counters carry the
//! agency, `mizban_agency_requests_total` and `mizban_agency_errors_total`: two series for each
//! agency, enough to see whose desk is loaded or failing. A route for each agency would be a hundred
//! times as many, and what else one wants to know of a single agency the console tells.

mod families;
mod figures;
mod http;
mod measured;
#[cfg(test)]
mod tests;

use std::fmt;
use std::sync::Arc;

use prometheus::{Registry, TextEncoder};
use tenants::Desks;

use figures::Figures;
use http::Http;
use measured::Measured;

/// The content type of the format.
pub const FORMAT: &str = prometheus::TEXT_FORMAT;

/// Everything that is counted here. Cloning shares it.
#[derive(Clone)]
pub struct Metrics(Arc<Inner>);

struct Inner {
    registry: Registry,
    http: Arc<Http>,
    figures: Figures,
}

impl fmt::Debug for Metrics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Metrics").finish_non_exhaustive()
    }
}

impl Metrics {
    /// Begin to count, over a house whose pool holds this many connections at most.
    pub fn new(desks: Desks, connections: u32) -> prometheus::Result<Self> {
        let registry = Registry::new();
        let http = Arc::new(Http::new(&registry)?);
        families::build_info(&registry)?;
        families::pool(&registry, desks.clone(), connections)?;
        families::process(&registry)?;
        Ok(Self(Arc::new(Inner { registry, http, figures: Figures::new(desks)? })))
    }

    /// The page as it stands now. Where the database does not answer, what it would tell is left out
    /// and `mizban_figures_up` is 0: an old figure would pass for a new one.
    pub async fn page(&self) -> prometheus::Result<String> {
        let mut gathered = self.0.registry.gather();
        gathered.extend(self.0.figures.gather().await);
        TextEncoder::new().encode_to_string(&gathered)
    }

    /// An endpoint whose requests are counted here.
    pub(crate) fn around<E>(&self, inner: E) -> Measured<E> {
        Measured::over(self.0.http.clone(), inner)
    }
}
