//! A bucket of an S3-compatible store.
//!
//! The client crate breaks between patch versions, so no other file than those of this folder
//! names it.

mod connect;
mod delete;
mod ensure_bucket;
mod fault;
mod get;
mod list;
mod ping;
mod put_file;
#[cfg(test)]
mod tests;

pub use connect::StoreConfig;
pub use fault::StoreFault;
pub use get::Object;

/// One bucket, ready for use. Cloning shares the connections.
#[derive(Clone)]
pub struct Store {
    client: s3::Client,
    bucket: String,
}

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Store").field("bucket", &self.bucket).finish_non_exhaustive()
    }
}
