//! Referring a case: on to another position, with an order.

use chrono::{DateTime, Utc};
use tenants::{Act, Scope};
use uuid::Uuid;

use super::complete::staff;
use super::stake::Stake;
use super::{hold, stake};
use crate::events::Event;
use crate::referrals::{self, Referral, ReferralState};
use crate::{CaseId, Error, PositionId, ReferralId, Refusal, Result, organisation};

/// A referral to be sent.
#[derive(Debug, Clone)]
pub struct NewReferral {
    pub case: CaseId,
    /// The sender's position, before which the case lies.
    pub from: PositionId,
    pub to: PositionId,
    /// The key of one of the agency's referral actions.
    pub action: String,
    pub order: String,
    pub due_at: Option<DateTime<Utc>>,
    /// Whether the applicant is told that the case went there (never with which order).
    pub tells_applicant: bool,
    pub command: Uuid,
}

/// Send a case on. The sender keeps it as well: the step is not finished by a referral.
pub async fn refer(scope: &mut Scope, new: NewReferral) -> Result<()> {
    let mut case = hold::hold(scope, new.case).await?;
    let stake = stake::stake(scope, &case).await?;
    scope.allow(Act::Refer, &stake)?;
    if hold::seen(scope, &case, new.command).await? {
        return Ok(());
    }
    hold::open(&case)?;
    check(scope, &stake, &new).await?;
    let referral = referral(scope, new, &stake)?;
    referrals::insert(scope, &referral).await?;
    case.note(Event::Referred {
        referral: referral.id,
        to: referral.to_position,
        action: referral.action,
        tells_applicant: referral.tells_applicant,
    });
    hold::save(scope, case).await
}

async fn check(scope: &mut Scope, stake: &Stake, new: &NewReferral) -> Result<()> {
    if !scope.caller().holds(new.from.0) {
        return Err(Error::Missing("position"));
    }
    if !stake.held_by(scope.caller()).contains(&new.from) {
        return Err(Error::invalid("from", "choose"));
    }
    if new.from == new.to {
        return Err(Refusal::ReferToOneself.into());
    }
    if organisation::position(scope, new.to).await?.is_none() {
        return Err(Error::invalid("to", "choose"));
    }
    if !referrals::actions(scope).await?.iter().any(|a| a.key == new.action) {
        return Err(Error::invalid("action", "choose"));
    }
    if new.due_at.is_some_and(|due| due <= scope.now()) {
        return Err(Error::invalid("due", "date-past"));
    }
    Ok(())
}

fn referral(scope: &Scope, new: NewReferral, stake: &Stake) -> Result<Referral> {
    let brought = stake.referrals.iter().rev().find(|r| r.to_position == new.from && r.is_open());
    Ok(Referral {
        id: ReferralId::new(),
        case: new.case,
        parent: brought.map(|r| r.id),
        from_position: new.from,
        from_staff: staff(scope)?,
        to_position: new.to,
        action: new.action,
        order: new.order,
        due_at: new.due_at,
        tells_applicant: new.tells_applicant,
        state: ReferralState::Open,
        sent_at: scope.now(),
        seen_at: None,
        answer: None,
        answered_by: None,
        answered_at: None,
    })
}
