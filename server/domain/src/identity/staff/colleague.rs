//! A member of staff as a thing the policy is asked about.

use tenants::{Caller, Kind, Relation, Resource};
use uuid::Uuid;

use crate::StaffId;

/// One member of staff, as a part of what the agency is made of. The id is for the audit line: it
/// says whose access was changed.
pub(super) struct Colleague(pub(super) StaffId);

impl Resource for Colleague {
    const KIND: Kind = Kind::Agency;

    fn id(&self) -> Option<Uuid> {
        Some(self.0.0)
    }

    /// Not even to oneself: one's own access is changed by proving the password, not by a role.
    fn relations(&self, _caller: &Caller) -> Vec<Relation> {
        Vec::new()
    }
}
