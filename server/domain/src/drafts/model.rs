//! A draft.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use forms::Typed;
use tenants::{Caller, Kind, Relation, Resource};
use uuid::Uuid;

use crate::catalogue::Service;
use crate::{AccountId, DraftId, PositionId};

/// A request being filled in.
#[derive(Debug, Clone)]
pub struct Draft {
    pub id: DraftId,
    pub whose: Whose,
    pub service: Arc<Service>,
    /// Just as typed.
    pub typed: Typed,
    pub updated_at: DateTime<Utc>,
    pub submitted_at: Option<DateTime<Utc>>,
}

/// Whose a draft is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// The applicant's own.
    Account(AccountId),
    /// Filled in at a counter, before whoever holds this position.
    Counter(PositionId),
}

/// A draft in a list.
#[derive(Debug, Clone)]
pub struct DraftLine {
    pub id: DraftId,
    pub service: Arc<Service>,
    pub updated_at: DateTime<Utc>,
}

impl Resource for Draft {
    const KIND: Kind = Kind::Draft;

    fn service(&self) -> Option<&str> {
        Some(&self.service.key)
    }

    fn id(&self) -> Option<Uuid> {
        Some(self.id.0)
    }

    fn relations(&self, caller: &Caller) -> Vec<Relation> {
        match self.whose {
            Whose::Account(account) if caller.account() == Some(account.0) => {
                vec![Relation::Applicant]
            }
            Whose::Counter(position) if caller.holds(position.0) => vec![Relation::Holder],
            _ => Vec::new(),
        }
    }
}

/// A caller's own drafts, as a list.
pub(super) struct OwnDrafts;

impl Resource for OwnDrafts {
    const KIND: Kind = Kind::Draft;

    fn id(&self) -> Option<Uuid> {
        None
    }

    fn relations(&self, _caller: &Caller) -> Vec<Relation> {
        Vec::new()
    }
}
