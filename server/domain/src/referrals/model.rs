//! A referral, and what one can be for.

use chrono::{DateTime, Utc};
use strum::{EnumString, IntoStaticStr};
use tenants::{Caller, Kind, Relation, Resource, Text};
use uuid::Uuid;

use crate::{CaseId, PositionId, ReferralId, StaffId};

/// What a referral is for (عملگر ارجاع), as the agency names it: for action, for information, …
#[derive(Debug, Clone)]
pub struct Action {
    pub key: String,
    pub title: Text,
    pub requires_answer: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, IntoStaticStr, EnumString)]
#[strum(serialize_all = "kebab-case")]
pub enum ReferralState {
    Open,
    Answered,
    /// The case ended before it was answered.
    Ended,
}

#[derive(Debug, Clone)]
pub struct Referral {
    pub id: ReferralId,
    pub case: CaseId,
    pub parent: Option<ReferralId>,
    pub from_position: PositionId,
    pub from_staff: StaffId,
    pub to_position: PositionId,
    pub action: String,
    /// The order (دستور); internal, never shown to the applicant.
    pub order: String,
    pub due_at: Option<DateTime<Utc>>,
    pub tells_applicant: bool,
    pub state: ReferralState,
    pub sent_at: DateTime<Utc>,
    pub seen_at: Option<DateTime<Utc>>,
    pub answer: Option<String>,
    pub answered_by: Option<StaffId>,
    pub answered_at: Option<DateTime<Utc>>,
}

impl Referral {
    pub fn is_open(&self) -> bool {
        self.state == ReferralState::Open
    }
}

impl Resource for Referral {
    const KIND: Kind = Kind::Referral;

    fn id(&self) -> Option<Uuid> {
        Some(self.id.0)
    }

    fn relations(&self, caller: &Caller) -> Vec<Relation> {
        let mut relations = Vec::new();
        if caller.holds(self.to_position.0) {
            relations.push(Relation::Holder);
        }
        if caller.holds(self.from_position.0) {
            relations.push(Relation::Sender);
        }
        relations
    }
}
