//! Does the store answer?

use std::time::Duration;

use super::{Store, StoreFault};

/// A probe that waits longer than this tells nobody anything new.
const PONG_WITHIN: Duration = Duration::from_secs(2);

impl Store {
    /// Ask for the bucket, briefly.
    pub async fn ping(&self) -> Result<(), StoreFault> {
        let head = self.client.buckets().head(&self.bucket).send();
        match tokio::time::timeout(PONG_WITHIN, head).await {
            Ok(answer) => Ok(answer.map(|_| ())?),
            Err(_) => Err(StoreFault::Unavailable("no answer within two seconds".to_owned())),
        }
    }
}
