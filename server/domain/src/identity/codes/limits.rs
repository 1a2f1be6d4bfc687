//! How many codes an agency pays for.

use serde::{Deserialize, Serialize};
use tenants::settings::Setting;

/// How many one-time codes may be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct CodeLimits {
    /// Codes within 24 hours, for all numbers together.
    pub daily_budget: u32,
    /// Codes within an hour for one address of the network, before they are slowed down.
    pub per_origin_hour: u32,
}

impl Default for CodeLimits {
    fn default() -> Self {
        Self { daily_budget: 20_000, per_origin_hour: 30 }
    }
}

impl Setting for CodeLimits {
    const KEY: &'static str = "code-limits";
}
