//! Positions, and the chart as a thing the policy is asked about.

use serde::Serialize;
use tenants::{Caller, Kind, Relation, Resource, Text};
use uuid::Uuid;

use crate::{PositionId, UnitId};

/// A post within a unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Position {
    pub id: PositionId,
    /// How blueprints and processes name it: `import-expert`.
    pub key: String,
    pub unit: UnitId,
    pub unit_title: Text,
    pub title: Text,
    pub phone: Option<String>,
    /// The roles under which the policy knows whoever holds it.
    pub roles: Vec<String>,
    /// The name of whoever holds it now.
    pub holder: Option<String>,
}

/// Before whom something lies: a position, or whichever has the role.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum Seat {
    Position(PositionId),
    Role(String),
}

/// A position that carries a role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Seated {
    pub(crate) position: PositionId,
    /// Whether somebody holds it now.
    pub(crate) held: bool,
}

/// Who of the agency has a case before them, as an applicant may know it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Office {
    pub unit: Text,
    pub position: Text,
    pub phone: Option<String>,
}

/// The list of positions, hence of the cartables that a case can be sent to.
pub(super) struct Chart;

impl Resource for Chart {
    const KIND: Kind = Kind::Cartable;

    fn id(&self) -> Option<Uuid> {
        None
    }

    /// Nobody stands nearer to the chart than anybody else: roles alone decide.
    fn relations(&self, _caller: &Caller) -> Vec<Relation> {
        Vec::new()
    }
}
