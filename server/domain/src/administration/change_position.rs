//! Changing and closing a position.

use tenants::{Act, Scope};

use crate::organisation::{self, Part, PositionPlan};
use crate::{Error, PositionId, Refusal, Result, cartable};

/// Change what a position is made of.
///
/// Invalid at `unit`, `phone` or `roles`; refused with `PositionHasWork` when it would lose a role by
/// which work lies before it alone, and with `LastAdmin` when nobody could change the agency any more.
pub async fn change_position(scope: &mut Scope, id: PositionId, plan: PositionPlan) -> Result<()> {
    scope.allow(Act::Configure, &Part::from(id))?;
    organisation::hold_chart(scope).await?;
    let before = organisation::position(scope, id).await?.ok_or(Error::Missing("position"))?;
    if !organisation::position_is_open(scope, id).await? {
        return Err(Error::Missing("position"));
    }
    organisation::check_position(scope, &plan).await?;
    let lost: Vec<String> =
        before.roles.into_iter().filter(|role| !plan.roles.contains(role)).collect();
    let alone = alone(scope, id, lost).await?;
    if cartable::waiting_for(scope, &alone).await? > 0 {
        return Err(Refusal::PositionHasWork.into());
    }
    organisation::change_position(scope, id, &plan).await?;
    organisation::keep_admin(scope).await
}

/// Close a position; whoever holds it holds it no more.
///
/// Refused with `PositionHasWork` while anything lies before it, and with `LastAdmin`.
pub async fn close_position(scope: &mut Scope, id: PositionId) -> Result<()> {
    scope.allow(Act::Configure, &Part::from(id))?;
    organisation::hold_chart(scope).await?;
    let before = organisation::position(scope, id).await?.ok_or(Error::Missing("position"))?;
    if !organisation::position_is_open(scope, id).await? {
        return Err(Error::Missing("position"));
    }
    let alone = alone(scope, id, before.roles).await?;
    if cartable::lying_before(scope, id, &alone).await? > 0 {
        return Err(Refusal::PositionHasWork.into());
    }
    organisation::end_appointments(scope, id, None).await?;
    organisation::close_position(scope, id).await?;
    organisation::keep_admin(scope).await
}

/// Those of these roles that no other position carries.
async fn alone(scope: &mut Scope, id: PositionId, roles: Vec<String>) -> Result<Vec<String>> {
    let elsewhere = organisation::carried_elsewhere(scope, id).await?;
    Ok(roles.into_iter().filter(|role| !elsewhere.contains(role)).collect())
}
