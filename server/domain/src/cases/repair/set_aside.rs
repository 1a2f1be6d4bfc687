//! Leaving it at that.

use tenants::Scope;
use uuid::Uuid;

use super::see;
use super::take::{end, reason, take};
use crate::cases::hold;
use crate::incidents::How;
use crate::{IncidentId, Refusal, Result};

/// Take an incident off the list where nothing else can be done about it: the case has ended, or
/// goes on without what failed.
pub async fn set_aside(
    scope: &mut Scope,
    id: IncidentId,
    typed: &str,
    command: Uuid,
) -> Result<()> {
    let Some((mut case, incident)) = take(scope, id, command).await? else { return Ok(()) };
    let reason = reason(typed)?;
    if !see::remedies(scope, &case, &incident).await?.set_aside {
        return Err(Refusal::NotSoMended.into());
    }
    end(scope, &mut case, &incident, (How::SetAside, Some(reason))).await?;
    hold::save(scope, case).await
}
