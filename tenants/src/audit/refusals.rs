//! Refused calls: rolled back, yet remembered.

use tokio::sync::mpsc;

use super::{Lines, write};
use crate::desks::WeakDesks;
use crate::scope::Refused;
use crate::{Desks, Fault};

pub(crate) async fn keep_refusals(house: WeakDesks, mut refusals: mpsc::Receiver<Refused>) {
    while let Some(refused) = refusals.recv().await {
        let Some(desks) = house.upgrade() else { return };
        if let Err(fault) = keep(&desks, refused).await {
            tracing::error!(%fault, "a refusal is missing in the audit log");
        }
    }
}

async fn keep(desks: &Desks, refused: Refused) -> Result<(), Fault> {
    let mut scope = desks.enter(&refused.tenant, refused.caller).await?;
    let (caller, tenant) = (scope.caller().clone(), refused.tenant.id);
    let lines = Lines { at: scope.now(), caller: &caller, decisions: &refused.decisions };
    write(scope.conn(), tenant, lines).await?;
    desks.unsealed().note(refused.tenant.clone());
    scope.commit().await
}
