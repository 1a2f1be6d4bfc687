//! Fetch one object, without ever holding it whole.

use std::{fmt, io};

use bytes::Bytes;
use futures_util::stream::{BoxStream, StreamExt as _};

use super::{Store, StoreFault};

/// An object on its way here.
pub struct Object {
    /// Its length in bytes.
    pub size: u64,
    /// Its bytes, as they arrive.
    pub body: BoxStream<'static, io::Result<Bytes>>,
}

impl fmt::Debug for Object {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Object").field("size", &self.size).finish_non_exhaustive()
    }
}

impl Store {
    /// The object under `key`; [`StoreFault::Missing`] when there is none.
    pub async fn get(&self, key: &str) -> Result<Object, StoreFault> {
        let found = self.client.objects().get(&self.bucket, key).send().await?;
        let size = found
            .content_length
            .ok_or_else(|| StoreFault::Unavailable("an object without a length".to_owned()))?;
        let body = found.body.map(|chunk| chunk.map_err(io::Error::other)).boxed();
        Ok(Object { size, body })
    }

    /// Whether there is an object under `key`.
    pub async fn exists(&self, key: &str) -> Result<bool, StoreFault> {
        let head = self.client.objects().head(&self.bucket, key).send().await;
        match head.map_err(StoreFault::from) {
            Ok(_) => Ok(true),
            Err(StoreFault::Missing) => Ok(false),
            Err(fault) => Err(fault),
        }
    }
}
