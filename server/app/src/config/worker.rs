//! `[worker]`.

use serde::{Deserialize, Serialize};

/// Who carries out jobs.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Worker {
    /// Whether `mizban serve` carries out jobs as well. Off where `mizban worker` runs beside it,
    /// so that a rush of requests and a rush of jobs grow apart.
    pub in_serve: bool,
}

impl Default for Worker {
    fn default() -> Self {
        Self { in_serve: true }
    }
}
