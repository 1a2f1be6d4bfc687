//! How callers stand to a case.

use tenants::{Caller, Held, Kind, Relation, Resource, Scope};
use uuid::Uuid;

use super::model::Case;
use crate::referrals::{self, Referral};
use crate::tasks::{self, Task};
use crate::{PositionId, Result, catalogue};

/// A case as the policy sees it, with the tasks and referrals that say who has to do with it.
pub(super) struct Stake {
    pub(super) id: Uuid,
    pub(super) service: String,
    pub(super) account: Option<Uuid>,
    pub(super) tasks: Vec<Task>,
    pub(super) referrals: Vec<Referral>,
}

/// Gather it. Only staff have a stake through tasks and referrals, so only for them are they read.
pub(super) async fn stake(scope: &mut Scope, case: &Case) -> Result<Stake> {
    let mut stake = without_referrals(scope, case).await?;
    if scope.caller().staff().is_some() {
        stake.referrals = referrals::of_case(scope, case.id).await?;
    }
    Ok(stake)
}

/// The same for whoever does something at a task. Referrals are read only where an open task does not
/// already say everything that they could.
pub(super) async fn by_tasks(scope: &mut Scope, case: &Case) -> Result<Stake> {
    let mut stake = without_referrals(scope, case).await?;
    let staff = scope.caller().staff().is_some();
    if staff && !stake.relations(scope.caller()).contains(&Relation::Holder) {
        stake.referrals = referrals::of_case(scope, case.id).await?;
    }
    Ok(stake)
}

async fn without_referrals(scope: &mut Scope, case: &Case) -> Result<Stake> {
    let service = catalogue::version(scope, case.version).await?.key.clone();
    let tasks = match scope.caller().staff() {
        Some(_) => tasks::of_case(scope, case.id).await?,
        None => Vec::new(),
    };
    let account = case.account.map(|account| account.0);
    Ok(Stake { id: case.id.0, service, account, tasks, referrals: Vec::new() })
}

impl Stake {
    /// The caller's positions before which the case lies now: from these it is sent on.
    pub(super) fn held_by(&self, caller: &Caller) -> Vec<PositionId> {
        let member = caller.staff().map(|m| m.positions.as_slice()).unwrap_or_default();
        member
            .iter()
            .filter(|held| self.lies_before(held))
            .map(|h| PositionId(h.position))
            .collect()
    }

    fn lies_before(&self, held: &Held) -> bool {
        let position = PositionId(held.position);
        let task = |t: &Task| match t.position {
            Some(its) => its == position,
            None => held.roles.contains(&t.role),
        };
        self.tasks.iter().any(|t| t.is_open() && task(t))
            || self.referrals.iter().any(|r| r.is_open() && r.to_position == position)
    }
}

impl Resource for Stake {
    const KIND: Kind = Kind::Case;

    fn service(&self) -> Option<&str> {
        Some(&self.service)
    }

    fn id(&self) -> Option<Uuid> {
        Some(self.id)
    }

    fn relations(&self, caller: &Caller) -> Vec<Relation> {
        let mut relations = Vec::new();
        if self.account.is_some() && caller.account() == self.account {
            relations.push(Relation::Applicant);
        }
        let task = |t: &Task| t.is_before(caller);
        let sent_to = |r: &Referral| caller.holds(r.to_position.0);
        if self.tasks.iter().any(|t| t.is_open() && task(t))
            || self.referrals.iter().any(|r| r.is_open() && sent_to(r))
        {
            relations.push(Relation::Holder);
        }
        let sent = |r: &Referral| caller.holds(r.from_position.0) || sent_to(r);
        if self.tasks.iter().any(task) || self.referrals.iter().any(sent) {
            relations.push(Relation::Involved);
        }
        relations
    }
}
