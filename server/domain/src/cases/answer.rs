//! Answering a referral.

use tenants::{Act, Scope};
use uuid::Uuid;

use super::complete::staff;
use super::{hold, stake};
use crate::events::Event;
use crate::referrals::{self, Referral};
use crate::{CaseId, Error, ReferralId, Refusal, Result};

/// Answer a referral; for one that expects no answer, say that it was seen, with or without words.
pub async fn answer(
    scope: &mut Scope,
    (case, referral): (CaseId, ReferralId),
    text: &str,
    command: Uuid,
) -> Result<()> {
    let mut held = hold::hold(scope, case).await?;
    let stake = stake::stake(scope, &held).await?;
    scope.allow(Act::See, &stake)?;
    let referral = stake.referrals.into_iter().find(|r| r.id == referral);
    let referral = referral.ok_or(Error::Missing("referral"))?;
    scope.allow(Act::Answer, &referral)?;
    if hold::seen(scope, &held, command).await? {
        return Ok(());
    }
    still_open(scope, &referral).await?;
    let actions = referrals::actions(scope).await?;
    let requires = actions.iter().any(|a| a.key == referral.action && a.requires_answer);
    if requires && text.is_empty() {
        return Err(Error::invalid("answer", "required"));
    }
    let by = staff(scope)?;
    referrals::set_answered(scope, referral.id, by, text).await?;
    held.note(Event::ReferralAnswered { referral: referral.id });
    hold::save(scope, held).await
}

async fn still_open(scope: &mut Scope, referral: &Referral) -> Result<()> {
    if referral.is_open() {
        return Ok(());
    }
    let (Some(by), Some(at)) = (referral.answered_by, referral.answered_at) else {
        return Err(Refusal::CaseClosed.into());
    };
    Err(hold::done_by(scope, by, at).await?.into())
}
