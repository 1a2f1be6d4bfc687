//! Our own loop in front of poem's endpoints.
//!
//! poem's server has no defence against slow clients, and hyper alone accepts requests that we must
//! not: here every wait has a limit, and what could be read in two ways is refused before anything
//! else looks at it (ASVS 5.0, 4.2.1).

mod answer;
mod body;
mod connection;
mod head;
mod listen;
mod refusal;
#[cfg(test)]
mod tests;
mod wire;

use std::sync::Arc;

use poem::Response;
use poem::endpoint::BoxEndpoint;
use tokio_util::sync::CancellationToken;

use crate::config::Limits;

/// What answers requests, shared by all connections.
pub type Site = Arc<BoxEndpoint<'static, Response>>;

/// A listening server.
#[derive(Debug)]
pub struct Server {
    at: std::net::SocketAddr,
    accepting: tokio::task::JoinHandle<()>,
    connections: tokio_util::task::TaskTracker,
    /// Asks everybody to end after the request under way.
    closing: CancellationToken,
    /// Cuts off whoever is left.
    cut: CancellationToken,
}

/// What every connection has in common.
struct Common {
    site: Site,
    limits: Limits,
    closing: CancellationToken,
    cut: CancellationToken,
}
