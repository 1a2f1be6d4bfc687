//! A part of the chart as a thing the policy is asked about.

use tenants::{Caller, Kind, Relation, Resource};
use uuid::Uuid;

use crate::{PositionId, UnitId};

/// A unit or a position, as a part of what the agency is made of. The id is for the audit line: it
/// says what was changed.
pub(crate) struct Part(Uuid);

impl From<UnitId> for Part {
    fn from(id: UnitId) -> Self {
        Self(id.0)
    }
}

impl From<PositionId> for Part {
    fn from(id: PositionId) -> Self {
        Self(id.0)
    }
}

impl Resource for Part {
    const KIND: Kind = Kind::Agency;

    fn id(&self) -> Option<Uuid> {
        Some(self.0)
    }

    /// Nobody stands nearer to the chart than anybody else: roles alone decide.
    fn relations(&self, _caller: &Caller) -> Vec<Relation> {
        Vec::new()
    }
}
