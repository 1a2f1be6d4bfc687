//! A draft.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use forms::Typed;
use tenants::{Caller, Kind, Relation, Resource};
use uuid::Uuid;

use crate::catalogue::Service;
use crate::{AccountId, DraftId};

/// A request being filled in.
#[derive(Debug, Clone)]
pub struct Draft {
    pub id: DraftId,
    pub account: AccountId,
    pub service: Arc<Service>,
    /// Just as typed.
    pub typed: Typed,
    pub updated_at: DateTime<Utc>,
    pub submitted_at: Option<DateTime<Utc>>,
}

/// A draft in the applicant's list.
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
        if caller.account() == Some(self.account.0) {
            vec![Relation::Applicant]
        } else {
            Vec::new()
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
