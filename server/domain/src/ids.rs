//! Ids, one type for each noun, so that none is taken for another.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
        )]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl $name {
            /// A new one, ordered by time.
            #[expect(clippy::new_without_default, reason = "an id is made on purpose")]
            pub fn new() -> Self {
                Self(Uuid::now_v7())
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;

            fn from_str(s: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(s).map(Self)
            }
        }
    )*};
}

ids! {
    AccountId,
    /// A case has the id of the draft it was submitted from.
    CaseId,
    /// A program with a key to the API.
    ClientId,
    DecisionVersionId,
    DocumentId,
    DraftId,
    IncidentId,
    /// Cases that are moved from one version of their process to another, together.
    MigrationId,
    NoticeId,
    PositionId,
    ReferralId,
    /// A request to the applicant for documents.
    RequestId,
    /// The version that is published from it has the same id.
    ProcessDraftId,
    ProcessVersionId,
    ServiceId,
    ServiceVersionId,
    SessionId,
    StaffId,
    TaskId,
    UnitId,
}
