//! `[storage]`.

use gateways::StoreConfig;
use serde::{Deserialize, Serialize};

use super::Secret;

/// Which S3-compatible store keeps the documents. No endpoint starts one in the process.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Storage {
    /// The address of the service, such as `https://s3.example.ir`.
    pub endpoint: String,
    /// The region that requests are signed for.
    pub region: String,
    /// The bucket; it is made when it is not there.
    pub bucket: String,
    /// The public half of the credentials.
    pub access_key: Secret,
    /// The secret half.
    pub secret_key: Secret,
}

impl Default for Storage {
    fn default() -> Self {
        Self {
            endpoint: String::new(),
            region: "us-east-1".to_owned(),
            bucket: "mizban".to_owned(),
            access_key: Secret::default(),
            secret_key: Secret::default(),
        }
    }
}

impl Storage {
    /// Whether the store in the process is to be started.
    pub fn is_embedded(&self) -> bool {
        self.endpoint.is_empty()
    }

    /// As the client takes it.
    pub fn to_store_config(&self) -> StoreConfig {
        StoreConfig {
            endpoint: self.endpoint.clone(),
            region: self.region.clone(),
            bucket: self.bucket.clone(),
            access_key: self.access_key.expose().to_owned(),
            secret_key: self.secret_key.expose().to_owned(),
        }
    }
}
