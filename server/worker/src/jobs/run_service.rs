//! Carrying a service task out.

use domain::DocumentId;
use domain::cases::{self, ServiceKind};
use futures_util::{Stream, StreamExt as _};
use gateways::{Store, StoreFault};
use sha2::{Digest as _, Sha256};
use tenants::TenantId;
use uuid::Uuid;

use crate::bench::Bench;
use crate::verdict::Stop;

/// Carry a service task out, and let its case go on. What is not as it should be is looked at again
/// later, and at last told to the agency. A run that ended meanwhile is missing, and there
/// is nothing to do.
pub(crate) async fn run_service(bench: &Bench, tenant: TenantId, run: Uuid) -> Result<(), Stop> {
    let mut scope = bench.enter(tenant).await?;
    let service = cases::service(&mut scope, run).await?;
    scope.commit().await?;

    let ok = match service.kind {
        ServiceKind::VerifyDocuments => are_whole(&bench.store, &service.documents).await?,
    };
    if !ok {
        return Err(Stop::Unsound);
    }

    let mut scope = bench.enter(tenant).await?;
    cases::service_done(&mut scope, run).await?;
    scope.commit().await?;
    bench.wake();
    Ok(())
}

/// Whether every document's bytes are still those that came. One that is not is named in the log,
/// and the others are looked at all the same.
async fn are_whole(
    store: &Store,
    documents: &[(DocumentId, String, [u8; 32])],
) -> Result<bool, Stop> {
    let mut whole = true;
    for (id, key, sha256) in documents {
        let found = digest_at(store, key).await?;
        if found != Some(*sha256) {
            tracing::error!(document = %id, there = found.is_some(), "a document is not whole");
            whole = false;
        }
    }
    Ok(whole)
}

/// The digest of an object's bytes, read again from the store; nothing if there is no object.
async fn digest_at(store: &Store, key: &str) -> Result<Option<[u8; 32]>, Stop> {
    match store.get(key).await {
        Ok(object) => digest(object.body).await.map(Some),
        Err(StoreFault::Missing) => Ok(None),
        Err(fault) => Err(Stop::Store(fault.to_string())),
    }
}

/// The digest of bytes as they arrive, without ever holding them all.
pub(crate) async fn digest<B: AsRef<[u8]>>(
    mut body: impl Stream<Item = std::io::Result<B>> + Unpin,
) -> Result<[u8; 32], Stop> {
    let mut hash = Sha256::new();
    while let Some(chunk) = body.next().await {
        hash.update(chunk.map_err(|error| Stop::Store(error.kind().to_string()))?);
    }
    Ok(hash.finalize().into())
}
