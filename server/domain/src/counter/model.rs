//! A reception: somebody was received at a counter.

use chrono::{DateTime, Utc};
use tenants::{Caller, Kind, Relation, Resource};
use uuid::Uuid;

use super::Visitor;
use crate::organisation::Position;

/// Who was received, where and by whom, as a case keeps it.
#[derive(Debug, Clone)]
pub struct Reception {
    pub visitor: Visitor,
    /// The counter.
    pub position: Option<Position>,
    /// The name of the clerk who registered it.
    pub registered_by: Option<String>,
    pub registered_at: Option<DateTime<Utc>>,
}

/// What lies at a caller's own counters, as a list.
pub(super) struct Counters;

impl Resource for Counters {
    const KIND: Kind = Kind::Draft;

    fn id(&self) -> Option<Uuid> {
        None
    }

    fn relations(&self, _caller: &Caller) -> Vec<Relation> {
        Vec::new()
    }
}
