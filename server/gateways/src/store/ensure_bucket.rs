//! Make the bucket when it is not there yet.

use super::{Store, StoreFault};

impl Store {
    /// Create the bucket unless it exists. Two servers may do this at once.
    pub async fn ensure_bucket(&self) -> Result<(), StoreFault> {
        match self.client.buckets().head(&self.bucket).send().await {
            Ok(_) => return Ok(()),
            Err(error) if error.status().is_some_and(|status| status.as_u16() == 404) => {}
            Err(error) => return Err(error.into()),
        }
        match self.client.buckets().create(&self.bucket).send().await {
            Ok(_) => Ok(()),
            Err(error) if somebody_was_faster(&error) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }
}

fn somebody_was_faster(error: &s3::Error) -> bool {
    matches!(error.code(), Some("BucketAlreadyOwnedByYou" | "BucketAlreadyExists"))
}
