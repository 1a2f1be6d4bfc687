//! Noting a document whose bytes have just been stored.

use locale::text;
use tenants::Scope;

use super::model::{Arrived, MOST, Owner, UNUSED_AFTER};
use super::store;
use crate::jobs::{self, Job, JobKind};
use crate::{Refusal, Result};

/// Stage a document: its object is stored, nothing refers to it yet. `max` is how many its field
/// takes.
///
/// The caller has settled who may, and holds the owner's row (the draft's, or the case's) for update:
/// two uploads at once must not both be the last that fits.
///
/// Refused with [`Refusal::TooManyDocuments`] once the field or the owner is full; nobody drops the
/// object then but the edge that stored it.
pub(crate) async fn stage(scope: &mut Scope, arrived: Arrived, max: usize) -> Result<()> {
    room_for_one(scope, arrived.owner, &arrived.field, max).await?;
    let name = text::file_name(&arrived.name);
    store::insert(scope, &arrived, &name).await?;
    let (id, run_at) = (arrived.id.0, scope.now() + UNUSED_AFTER);
    jobs::enqueue(scope, Job { id, kind: JobKind::DropDocument, subject: id, run_at }).await
}

async fn room_for_one(scope: &mut Scope, owner: Owner, field: &str, max: usize) -> Result<()> {
    let lying = store::counts(scope, owner, field).await?;
    if lying.in_field >= max || lying.in_all >= MOST {
        return Err(Refusal::TooManyDocuments.into());
    }
    Ok(())
}
