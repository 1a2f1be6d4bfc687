//! `[database]`.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::Secret;

/// Which PostgreSQL (15 or later). No address at all starts a private one.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Database {
    /// The role that owns the tables; used for migrations only. Without it a server does not
    /// migrate: it refuses to start until `mizban migrate` has.
    pub owner_url: Secret,
    /// The plain role that the server runs as: it owns nothing and obeys row security.
    pub url: Secret,
    /// How many connections one server keeps at most.
    pub connections: u32,
    /// The folder of the programs `postgres` and `initdb`; empty looks in `/usr/lib/postgresql`.
    pub programs: PathBuf,
}

impl Default for Database {
    fn default() -> Self {
        Self {
            owner_url: Secret::default(),
            url: Secret::default(),
            connections: 16,
            programs: PathBuf::new(),
        }
    }
}

impl Database {
    /// Whether a private database is to be started.
    pub fn is_embedded(&self) -> bool {
        self.url.is_empty()
    }
}
