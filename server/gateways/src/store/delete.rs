//! Remove one object.

use super::{Store, StoreFault};

impl Store {
    /// Remove the object under `key`. Removing what is not there is a quiet success.
    pub async fn delete(&self, key: &str) -> Result<(), StoreFault> {
        let removed = self.client.objects().delete(&self.bucket, key).send().await;
        match removed.map_err(StoreFault::from) {
            Ok(_) | Err(StoreFault::Missing) => Ok(()),
            Err(fault) => Err(fault),
        }
    }
}
