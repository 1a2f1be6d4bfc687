//! `[log]`.

use serde::{Deserialize, Serialize};

/// What is told on standard error.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Log {
    /// One JSON object a line instead of text; `--log json` does the same.
    pub json: bool,
    /// What is told, such as `info` or `info,sqlx=debug`.
    pub filter: String,
}

impl Default for Log {
    fn default() -> Self {
        Self { json: false, filter: "info,sqlx::postgres::notice=warn".to_owned() }
    }
}
