//! `mode`.

use serde::{Deserialize, Serialize};

/// Whether real people depend on this deployment.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Mode {
    /// On one's own machine, with made-up people.
    #[default]
    Development,
    /// Refuses to start with anything weak.
    Production,
}
