//! The list and its lines.

use chrono::{DateTime, Utc};
use locale::tracking_code::TrackingCode;
use tenants::{Caller, Kind, Relation, Resource, Text};
use uuid::Uuid;

use crate::organisation::Position;
use crate::{CaseId, PositionId};

/// Which lines are wanted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    pub unread: bool,
    pub overdue: bool,
    /// A register number or tracking code, whole.
    pub search: Option<String>,
    /// 1 is the first page.
    pub page: u32,
}

/// What a line asks of the position.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LineKind {
    /// A step of the case's process, by its name.
    Task { title: Text },
    /// A referral, by what it is for.
    Referral { action: Text, requires_answer: bool },
}

/// One thing that lies before a position.
#[derive(Debug, Clone)]
pub struct Line {
    pub case: CaseId,
    pub kind: LineKind,
    pub service: Text,
    pub code: TrackingCode,
    pub number: Option<String>,
    pub stage: String,
    pub since: DateTime<Utc>,
    pub due_at: Option<DateTime<Utc>>,
    pub unread: bool,
}

/// Nobody counts further than this: so much is "more than 99", and counting on would only make the
/// page slow.
pub const MANY: i64 = 100;

/// A position of the caller, with how much lies before it, each counted up to [`MANY`].
#[derive(Debug, Clone)]
pub struct Tray {
    pub position: Position,
    pub open: i64,
    pub unread: i64,
    pub overdue: i64,
}

/// What lies before one position, soonest due first, with the caller's other trays beside it.
#[derive(Debug, Clone)]
pub struct Cartable {
    pub position: PositionId,
    pub trays: Vec<Tray>,
    pub lines: Vec<Line>,
    pub page: u32,
    pub has_more: bool,
}

/// The cartable of one position, as the policy sees it.
pub(super) struct CartableOf(pub(super) PositionId);

impl Resource for CartableOf {
    const KIND: Kind = Kind::Cartable;

    fn id(&self) -> Option<Uuid> {
        Some(self.0.0)
    }

    fn relations(&self, caller: &Caller) -> Vec<Relation> {
        if caller.holds(self.0.0) { vec![Relation::Holder] } else { Vec::new() }
    }
}
