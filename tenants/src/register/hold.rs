//! Suspending an agency, and letting it go on.

use anyhow::ensure;

use super::{CENTRAL, Standing, mark_policy_changed, store};
use crate::{Act, Agency, Fault, Scope};

/// Close an agency's desk for the time being: its hosts answer that it is suspended, and its jobs wait.
/// Every replica knows at once, or within 20 seconds where the notification was lost.
pub async fn suspend(scope: &mut Scope) -> Result<(), Fault> {
    ensure!(
        scope.tenant().slug != CENTRAL,
        "the operator's own desk stays open: agencies are hosted from it"
    );
    set(scope, Standing::Suspended).await
}

/// Open it again. What was due meanwhile is due at once.
pub async fn resume(scope: &mut Scope) -> Result<(), Fault> {
    set(scope, Standing::Active).await
}

async fn set(scope: &mut Scope, standing: Standing) -> Result<(), Fault> {
    scope.allow(Act::Configure, &Agency)?;
    store::set_state(scope, standing.into()).await?;
    // The replicas read the register's row anew, as they do for its policy.
    mark_policy_changed(scope).await
}
