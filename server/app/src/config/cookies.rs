//! `[cookies]`.

use serde::{Deserialize, Serialize};

/// How sessions are kept in browsers.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Cookies {
    /// Drops `__Host-` and `Secure`, for a client that keeps no such cookies over plain HTTP.
    /// Refused in production.
    pub insecure: bool,
}
