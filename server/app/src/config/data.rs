//! `[data]`.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

/// Where everything embedded keeps its files.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Data {
    /// One folder for the database, the documents, the outbox and the secrets made here.
    pub folder: PathBuf,
}

impl Default for Data {
    fn default() -> Self {
        Self { folder: PathBuf::from("./data") }
    }
}
