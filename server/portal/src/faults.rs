//! A planted fault, which the kill test must be able to see. In no other build.

use std::pin::Pin;
use std::time::Duration;

use gateways::StoreFault;

/// Long enough that a server which is killed at some moment loses a few documents.
const LATER: Duration = Duration::from_millis(1500);

type Stored = Result<(), StoreFault>;

/// With the fail point `ack-before-store`, bytes are said to be stored at once and are stored some
/// time later: a server that dies in between has lost what it acknowledged.
pub(crate) fn acknowledged_before(
    storing: impl Future<Output = Stored> + Send + 'static,
) -> Pin<Box<dyn Future<Output = Stored> + Send>> {
    if !is_planted() {
        return Box::pin(storing);
    }
    tokio::spawn(async move {
        tokio::time::sleep(LATER).await;
        if let Err(fault) = storing.await {
            tracing::warn!(%fault, "a planted fault could not store a document");
        }
    });
    Box::pin(std::future::ready(Ok(())))
}

fn is_planted() -> bool {
    fail::fail_point!("ack-before-store", |_| true);
    false
}
