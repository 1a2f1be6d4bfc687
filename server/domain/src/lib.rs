//! Nouns, rules, verbs and SQL of the desk. Knows no HTTP and no sockets, and never waits for
//! another machine: it records what to send; a job sends it; it notes what became of it.
//!
//! `pub` means *asked*: a verb whose first lines ask the policy. `pub(crate)` means *already
//! settled*. Lower floors never name higher ones.

// Ground.
mod error;
mod ids;
mod refusal;

pub mod documents;
pub mod events;
pub mod identity;
pub mod jobs;
pub mod organisation;
mod reactions;

// Desk.
pub mod api_clients;
pub mod catalogue;
pub mod counter;
pub mod deadlines;
pub mod decisions;
mod document_requests;
pub mod drafts;
pub mod incidents;
pub mod letters;
pub mod notices;
pub mod processes;
pub mod referrals;
pub mod tasks;

// Work.
pub mod cases;
pub mod trials;

// View, and setting up.
pub mod administration;
pub mod blueprints;
pub mod cartable;
pub mod figures;
pub mod migrations;
pub mod process_drafts;
pub mod revisions;

pub use error::{Error, Result};
pub use ids::{
    AccountId, CaseId, ClientId, DecisionVersionId, DocumentId, DraftId, IncidentId, MigrationId,
    NoticeId, PositionId, ProcessDraftId, ProcessVersionId, ReferralId, RequestId, ServiceId,
    ServiceVersionId, SessionId, StaffId, TaskId, UnitId,
};
pub use refusal::Refusal;
