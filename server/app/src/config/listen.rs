//! `[listen]`.

use std::net::{Ipv4Addr, SocketAddr};

use serde::{Deserialize, Serialize};

/// The addresses the server listens on.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Listen {
    /// For people: all surfaces of all agencies. Port 0 takes a free one.
    pub public: SocketAddr,
    /// For the operator's probes (`/livez`, `/readyz`) and `/metrics` only; never to be reached from outside.
    pub internal: SocketAddr,
}

impl Default for Listen {
    fn default() -> Self {
        let at = |port| SocketAddr::from((Ipv4Addr::LOCALHOST, port));
        Self { public: at(8080), internal: at(8081) }
    }
}
