//! Bytes on their way out, compared with what came in: a document that changed in the store is not
//! delivered whole.

use std::io;

use bytes::Bytes;
use futures_util::stream::{self, BoxStream, Stream, StreamExt as _};
use sha2::{Digest as _, Sha256};

/// The stream as it comes, but ended with an error unless it has `size` bytes that add up to
/// `sha256`. The last piece is held back until that is known, so that a reader who counts bytes
/// never takes a wrong document for a right one.
pub(super) fn stream(
    body: BoxStream<'static, io::Result<Bytes>>,
    size: u64,
    sha256: [u8; 32],
) -> impl Stream<Item = io::Result<Bytes>> + Send + 'static {
    let check = Check { body, hash: Sha256::new(), seen: 0, held: None, size, sha256 };
    stream::unfold(Some(check), |check| async move { check?.next().await })
}

struct Check {
    body: BoxStream<'static, io::Result<Bytes>>,
    hash: Sha256,
    seen: u64,
    held: Option<Bytes>,
    size: u64,
    sha256: [u8; 32],
}

type Step = (io::Result<Bytes>, Option<Check>);

impl Check {
    async fn next(mut self) -> Option<Step> {
        loop {
            match self.body.next().await {
                Some(Ok(piece)) if piece.is_empty() => {}
                Some(Ok(piece)) => {
                    self.hash.update(&piece);
                    self.seen += piece.len() as u64;
                    if self.seen > self.size {
                        return Some(self.spoiled());
                    }
                    if let Some(before) = self.held.replace(piece) {
                        return Some((Ok(before), Some(self)));
                    }
                }
                Some(Err(error)) => return Some((Err(error), None)),
                None => return self.end(),
            }
        }
    }

    fn end(mut self) -> Option<Step> {
        let digest: [u8; 32] = self.hash.finalize_reset().into();
        if self.seen != self.size || digest != self.sha256 {
            return Some(self.spoiled());
        }
        self.held.take().map(|last| (Ok(last), None))
    }

    fn spoiled(self) -> Step {
        tracing::error!(
            expected = self.size,
            seen = self.seen,
            "a stored document is not what came in"
        );
        (Err(io::Error::other("the document does not match its digest")), None)
    }
}
