//! A job and its kinds.

use chrono::{DateTime, Utc};
use strum::{EnumString, IntoStaticStr, VariantArray};
use tenants::TenantId;
use uuid::Uuid;

/// What a worker knows how to do. The subject is the id of the thing named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, IntoStaticStr, EnumString, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum JobKind {
    /// Send a notice.
    DeliverNotice,
    /// Fire a timer of a process.
    FireTimer,
    /// Carry a service task out.
    RunService,
    /// Let one case go on with another version of its process.
    MigrateCase,
    /// Remove a staged document that nothing refers to, with its bytes.
    DropDocument,
}

/// A job to enqueue. Its id is the subject's where there can be one at a time (a timer).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Job {
    pub id: Uuid,
    pub kind: JobKind,
    pub subject: Uuid,
    pub run_at: DateTime<Utc>,
}

/// A job that this worker holds until its lease ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Taken {
    pub tenant: TenantId,
    pub id: Uuid,
    pub kind: JobKind,
    pub subject: Uuid,
    /// How many times it was taken, this time included.
    pub attempt: i32,
}
