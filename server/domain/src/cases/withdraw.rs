//! Taking a request back.

use bpmn::Trigger;
use tenants::{Act, Scope};
use uuid::Uuid;

use super::ground::Ground;
use super::model::Case;
use super::{advance, hold, stake};
use crate::events::Event;
use crate::{CaseId, Refusal, Result};

/// Withdraw a request. An applicant may as long as nothing has been decided.
pub async fn withdraw(scope: &mut Scope, case: CaseId, command: Uuid) -> Result<()> {
    let mut held = hold::hold(scope, case).await?;
    let stake = stake::stake(scope, &held).await?;
    scope.allow(Act::Withdraw, &stake)?;
    if hold::seen(scope, &held, command).await? {
        return Ok(());
    }
    hold::open(&held)?;
    take_back(scope, &mut held).await?;
    hold::save(scope, held).await
}

/// What withdrawing does to a case that is open.
pub(crate) async fn take_back<G: Ground>(ground: &mut G, case: &mut Case) -> Result<()> {
    if ground.decided(case.id).await?.is_some() {
        return Err(Refusal::TooLateToWithdraw.into());
    }
    case.note(Event::Withdrawn);
    advance::advance(ground, case, &Trigger::Cancel).await?;
    "withdrawn".clone_into(&mut case.stage);
    case.note(Event::StageChanged { stage: case.stage.clone() });
    Ok(())
}
