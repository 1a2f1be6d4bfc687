//! Reading the chain back.

use std::sync::Arc;

use super::store;
use crate::{Caller, Desks, Fault, Tenant};

/// What a reading of the chain found.
#[derive(Debug, PartialEq, Eq)]
pub struct Report {
    /// Lines whose hash is as it should be.
    pub sound: u64,
    /// Lines written and not chained yet; more than a second's worth means that sealing has stopped.
    pub unsealed: u64,
    /// The first place where the chain does not hold.
    pub flaw: Option<Flaw>,
}

/// Where the chain breaks.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum Flaw {
    #[error("link {0} is missing")]
    MissingLink(i64),
    #[error("the line of link {0} is missing")]
    MissingLine(i64),
    #[error("link {0} does not follow from the one before it")]
    WrongHash(i64),
}

const PAGE: i64 = 5_000;

/// Walk the tenant's chain from its first link. A tail that was cut off shows against a head kept
/// elsewhere, which is why the head is reported by `audit verify`.
pub async fn verify(desks: &Desks, tenant: &Arc<Tenant>) -> Result<Report, Fault> {
    let mut scope = desks.enter(tenant, Caller::Operator(tenant.id)).await?;
    let (mut seq, mut hash, mut sound) = (0, Vec::new(), 0);
    let mut flaw = None;
    'walk: loop {
        let links = store::links_after(&mut scope, seq, PAGE).await?;
        if links.is_empty() {
            break;
        }
        for link in links {
            seq += 1;
            match check(&link, seq, &hash) {
                Ok(next) => hash = next,
                Err(found) => {
                    flaw = Some(found);
                    break 'walk;
                }
            }
            sound += 1;
        }
    }
    let unsealed = store::count_unsealed(&mut scope).await?;
    Ok(Report { sound, unsealed, flaw })
}

fn check(link: &store::Link, seq: i64, before: &[u8]) -> Result<Vec<u8>, Flaw> {
    if link.seq != seq {
        return Err(Flaw::MissingLink(seq));
    }
    let line = link.line.as_ref().ok_or(Flaw::MissingLine(seq))?;
    let hash = line.hash_after(before);
    if hash == link.hash { Ok(hash) } else { Err(Flaw::WrongHash(seq)) }
}
