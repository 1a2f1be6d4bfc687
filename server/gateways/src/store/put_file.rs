//! Store one file.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use s3::types::{Checksum, ChecksumAlgorithm};
use tokio::fs::File;
use tokio::io::AsyncSeekExt as _;
use tokio_util::io::ReaderStream;

use super::{Store, StoreFault};

/// Bytes read from the file at a time.
const CHUNK: usize = 64 * 1024;

/// A stream cannot be sent twice, so the client tries once; we rewind the file and try again.
const ATTEMPTS: u32 = 2;

impl Store {
    /// Stream `file` to `key`, from its first byte to its `size`-th.
    ///
    /// The digest travels with the bytes and the store compares: what it acknowledges is what
    /// was meant. Storing the same key again replaces the object.
    pub async fn put_file(
        &self,
        key: &str,
        file: File,
        size: u64,
        content_type: &str,
        sha256: &[u8; 32],
    ) -> Result<(), StoreFault> {
        let mut attempt = 1;
        loop {
            let sent = self.send_file(key, file.try_clone().await?, size, (content_type, sha256));
            match sent.await {
                Err(Failed::Store(error)) if error.is_retryable() && attempt < ATTEMPTS => {
                    tracing::warn!(attempt, "the object store did not take a file; once more");
                    attempt += 1;
                }
                Err(Failed::Store(error)) => return Err(error.into()),
                Err(Failed::File(error)) => return Err(error.into()),
                Ok(()) => return Ok(()),
            }
        }
    }

    async fn send_file(
        &self,
        key: &str,
        mut file: File,
        size: u64,
        (content_type, sha256): (&str, &[u8; 32]),
    ) -> Result<(), Failed> {
        file.rewind().await.map_err(Failed::File)?;
        self.client
            .objects()
            .put(&self.bucket, key)
            .content_type(content_type)
            .checksum(Checksum::new(ChecksumAlgorithm::Sha256, STANDARD.encode(sha256)))
            .body_stream_sized(ReaderStream::with_capacity(file, CHUNK), size)
            .send()
            .await
            .map_err(Failed::Store)?;
        Ok(())
    }
}

/// Which side failed decides whether another try makes sense.
enum Failed {
    Store(s3::Error),
    File(std::io::Error),
}
