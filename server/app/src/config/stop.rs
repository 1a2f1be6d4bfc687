//! `[stop]`.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::Span;

/// How the server goes down on SIGTERM or SIGINT.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Stop {
    /// How long it says "not ready" before it stops accepting, so that a balancer notices first.
    /// Behind one, 5 s is usual.
    pub grace: Span,
    /// How long requests under way may take to end.
    pub drain: Span,
}

impl Default for Stop {
    fn default() -> Self {
        Self { grace: Span(Duration::ZERO), drain: Span(Duration::from_secs(25)) }
    }
}
