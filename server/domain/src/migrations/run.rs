//! One case's turn.

use bpmn::Misfit;
use tenants::Scope;
use uuid::Uuid;

use super::store;
use crate::cases::migrate::{self, Outcome};
use crate::{Error, Result, processes};

/// Move the case whose turn it is. One that was moved, stopped or left before is missing, and there
/// is nothing to do.
pub async fn run_case(scope: &mut Scope, turn: Uuid) -> Result<()> {
    let (migration, case) = store::turn(scope, turn).await?.ok_or(Error::Missing("turn"))?;
    let found = store::find(scope, migration).await?.ok_or(Error::Missing("migration"))?;
    let (from, to) =
        (processes::find(scope, found.from).await?, processes::find(scope, found.to).await?);
    let outcome = migrate::migrate(scope, case, (&from, &to), &found.plan).await?;
    let (state, misfit): (_, Option<Misfit>) = match outcome {
        Outcome::Moved => ("moved", None),
        Outcome::Gone => ("left", None),
        Outcome::Misfit(misfit) => ("misfit", Some(misfit)),
    };
    store::end_turn(scope, turn, state, misfit.as_ref()).await
}
