//! Taking a request back.

use bpmn::Trigger;
use tenants::{Act, Scope};
use uuid::Uuid;

use super::{advance, hold, stake, store};
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
    if store::decision(scope, case).await?.is_some() {
        return Err(Refusal::TooLateToWithdraw.into());
    }
    held.note(Event::Withdrawn);
    advance::advance(scope, &mut held, &Trigger::Cancel).await?;
    "withdrawn".clone_into(&mut held.stage);
    held.note(Event::StageChanged { stage: held.stage.clone() });
    hold::save(scope, held).await
}
