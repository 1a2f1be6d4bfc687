//! A document, on its way in, lying here, and on its way out.

use std::fmt;

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Serialize, Serializer};
use strum::{EnumString, IntoStaticStr};
use tenants::{Act, Caller, Kind, Relation, Resource, Scope, TenantId};
use uuid::Uuid;

use crate::{CaseId, DocumentId, DraftId, RequestId, Result};

/// How many documents a draft, or an answer to a request for documents, can hold in all fields.
pub(super) const MOST: usize = 40;

/// A staged document that was never handed in is removed after this long: the thirty days that an
/// applicant has to hand in what is missing, and more than any run of closed days by which the last
/// of them can move. Its draft or request still refers to it until then, and nothing that somebody
/// gave us is lost because they took their time.
pub(super) const UNUSED_AFTER: TimeDelta = TimeDelta::days(60);

/// How long a ticket opens the door.
pub(super) const TICKET_FOR: TimeDelta = TimeDelta::seconds(60);

/// Where a document's bytes lie. Tenant and id only: what a person called it stays out of the key.
pub fn object_key(tenant: TenantId, document: DocumentId) -> String {
    format!("{}/{document}", tenant.0)
}

/// What a document was handed in for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(tag = "kind", content = "id", rename_all = "kebab-case")]
pub enum Owner {
    Draft(DraftId),
    Request(RequestId),
}

impl Owner {
    pub(super) fn draft(self) -> Option<Uuid> {
        match self {
            Self::Draft(id) => Some(id.0),
            Self::Request(_) => None,
        }
    }

    pub(super) fn request(self) -> Option<Uuid> {
        match self {
            Self::Request(id) => Some(id.0),
            Self::Draft(_) => None,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, IntoStaticStr, EnumString)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum DocumentState {
    /// Safe in the store; no submission refers to it yet.
    Staged,
    /// Part of a case.
    Kept,
    /// Taken back, or never handed in: a worker removes object and row.
    Dropped,
}

/// A document whose object has just been stored.
#[derive(Clone, PartialEq, Eq)]
pub struct Arrived {
    /// The one that the object's key was made of.
    pub id: DocumentId,
    pub owner: Owner,
    /// The form's field, or the key of the item asked for.
    pub field: String,
    /// As the browser sent it; it is cleaned before it is kept.
    pub name: String,
    /// What the bytes turned out to be, never what was claimed.
    pub media_type: String,
    /// In bytes.
    pub size: u64,
    pub sha256: [u8; 32],
}

/// A document as it lies here.
#[derive(Clone, PartialEq, Eq, Serialize)]
pub struct Document {
    pub id: DocumentId,
    pub owner: Owner,
    pub case: Option<CaseId>,
    pub field: String,
    /// Fit for showing and for offering as a file name.
    pub name: String,
    pub media_type: String,
    /// In bytes.
    pub size: u64,
    #[serde(serialize_with = "as_hex")]
    pub sha256: [u8; 32],
    pub state: DocumentState,
    pub staged_at: DateTime<Utc>,
}

impl Document {
    /// The digest as people compare it, in 64 hexadecimal digits.
    pub fn sha256_hex(&self) -> String {
        hex::encode(self.sha256)
    }
}

/// What it takes to send a document's bytes to whoever brought a ticket.
#[derive(Clone, PartialEq, Eq)]
pub struct Download {
    /// The object's key.
    pub key: String,
    pub name: String,
    pub media_type: String,
    /// In bytes.
    pub size: u64,
    /// What the bytes must add up to.
    pub sha256: [u8; 32],
}

/// File names name people; none of these may reach a log.
macro_rules! silent_about_names {
    ($($name:ident { $($shown:ident),* })*) => {$(
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_struct(stringify!($name))
                    $(.field(stringify!($shown), &self.$shown))*
                    .finish_non_exhaustive()
            }
        }
    )*};
}

silent_about_names! {
    Arrived { id, owner, field, size }
    Document { id, owner, case, field, size, state }
    Download { key, size }
}

fn as_hex<S: Serializer>(digest: &[u8; 32], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&hex::encode(digest))
}

/// A document, or the documents of a case, before a worker. How people stand to a document is known
/// only to what owns it, so they are asked about that and never about this.
pub(super) struct Stored(pub(super) Option<DocumentId>);

impl Resource for Stored {
    const KIND: Kind = Kind::Document;

    fn id(&self) -> Option<Uuid> {
        self.0.map(|id| id.0)
    }

    fn relations(&self, _: &Caller) -> Vec<Relation> {
        Vec::new()
    }
}

/// A worker's door to documents.
pub(super) fn allow_work(scope: &mut Scope, document: Option<DocumentId>) -> Result<()> {
    Ok(scope.allow(Act::Work, &Stored(document))?)
}
