//! `[limits]`.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::Span;

/// What one client may take of the server.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Limits {
    /// From the first byte of a request (or the opening of a connection) to its last header.
    pub header_timeout: Span,
    /// How long an open connection may lie idle between requests. Longer than the balancer's own,
    /// or the balancer will send into a connection that is just being closed.
    pub idle_timeout: Span,
    /// How long the whole body of a request may take to arrive.
    pub body_timeout: Span,
    /// How long a body may stay behind the minimum rate before it is given up.
    pub body_patience: Span,
    /// The least bytes per second that a body must bring on average.
    pub body_rate: u32,
    /// How long the server may work on a request, not counting the wait for its body.
    pub request_timeout: Span,
    /// How long a client may take no byte of an answer that is ready for it.
    pub write_timeout: Span,
    /// How many connections are served at once; more wait in the system's queue.
    pub connections: u32,
    /// How many look-ups by tracking code one address may make in a minute, and all addresses
    /// together a hundred times as many at one agency; 0 sets no limit, for measurements.
    pub look_ups: u32,
    /// How many calls of the API one program may make in a minute; 0 sets no limit, for measurements.
    pub api_calls: u32,
}

impl Default for Limits {
    fn default() -> Self {
        let seconds = |n| Span(Duration::from_secs(n));
        Self {
            header_timeout: seconds(10),
            idle_timeout: seconds(75),
            body_timeout: seconds(600),
            body_patience: seconds(10),
            body_rate: 1024,
            request_timeout: seconds(30),
            write_timeout: seconds(30),
            connections: 10_000,
            look_ups: 30,
            api_calls: 600,
        }
    }
}
