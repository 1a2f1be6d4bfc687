//! Chaining what has been written.

use super::store::{self, Line};
use crate::{Desks, Fault, Tenant};
use std::sync::Arc;

/// How many lines one round takes; the next round takes the rest.
const ROUND: i64 = 1_000;

/// Chain the tenant's lines of finished transactions. Returns how many were chained; 0 also when
/// another replica is at it.
pub async fn seal(desks: &Desks, tenant: &Arc<Tenant>) -> Result<usize, Fault> {
    let mut scope = desks.enter(tenant, crate::Caller::Worker(tenant.id)).await?;
    if !store::take_turn(&mut scope).await? {
        return Ok(0);
    }
    let head = store::head(&mut scope).await?;
    let lines = store::unsealed(&mut scope, head.xact, ROUND).await?;
    let sealed = chain(head.seq, head.hash, &lines);
    store::insert_seals(&mut scope, &sealed).await?;
    scope.commit().await?;
    Ok(sealed.len())
}

/// One link: its place, its line and the hash so far.
pub(super) struct Seal {
    pub(super) seq: i64,
    pub(super) line: uuid::Uuid,
    pub(super) xact: i64,
    pub(super) hash: Vec<u8>,
}

fn chain(mut seq: i64, mut hash: Vec<u8>, lines: &[Line]) -> Vec<Seal> {
    lines
        .iter()
        .map(|line| {
            seq += 1;
            hash = line.hash_after(&hash);
            Seal { seq, line: line.id, xact: line.xact, hash: hash.clone() }
        })
        .collect()
}
