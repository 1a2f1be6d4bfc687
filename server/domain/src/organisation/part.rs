//! A part of what the agency is made of, as a thing the policy is asked about.

use tenants::{Caller, Kind, Relation, Resource};
use uuid::Uuid;

use crate::{CaseId, PositionId, ProcessDraftId, ProcessVersionId, UnitId};

/// A unit or a position, a process or its draft; also a case whose process is mended, which is a
/// matter of what the agency is made of and not of who handles its requests. The id is for the audit
/// line: it says what was changed.
pub(crate) struct Part(Uuid);

macro_rules! parts {
    ($($id:ident),*) => {$(
        impl From<$id> for Part {
            fn from(id: $id) -> Self {
                Self(id.0)
            }
        }
    )*};
}

parts!(UnitId, PositionId, ProcessDraftId, ProcessVersionId, CaseId);

impl Resource for Part {
    const KIND: Kind = Kind::Agency;

    fn id(&self) -> Option<Uuid> {
        Some(self.0)
    }

    /// Nobody stands nearer to it than anybody else: roles alone decide.
    fn relations(&self, _caller: &Caller) -> Vec<Relation> {
        Vec::new()
    }
}
