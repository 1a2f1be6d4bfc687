//! The chart as whoever looks after it sees it.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use tenants::{Axis, CALLER_ROLES, CENTRAL, Scope, Text};

use super::{Position, admit_admin, store};
use crate::{PositionId, Result, StaffId, UnitId};

/// A unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    pub id: UnitId,
    pub parent: Option<UnitId>,
    pub title: Text,
    pub closed_at: Option<DateTime<Utc>>,
}

/// A position with everybody who holds it or is going to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Post {
    pub position: Position,
    pub closed_at: Option<DateTime<Utc>>,
    pub appointments: Vec<Appointment>,
}

/// That somebody holds a position for a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appointment {
    pub position: PositionId,
    pub staff: StaffId,
    pub name: String,
    pub since: DateTime<Utc>,
    pub until: Option<DateTime<Utc>>,
}

/// Every unit and position, closed ones included, in the order of their titles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Structure {
    pub units: Vec<Unit>,
    pub posts: Vec<Post>,
}

/// The whole chart, for whoever may change it.
pub async fn structure(scope: &mut Scope) -> Result<Structure> {
    admit_admin(scope)?;
    let mut units = store::units(scope).await?;
    units.sort_by(|one, next| one.title.fa.cmp(&next.title.fa));
    let closed = store::closed_positions(scope).await?;
    let appointments = store::appointments(scope, None).await?;
    let mut posts: Vec<Post> = store::positions(scope, None, store::Closed::Too)
        .await?
        .into_iter()
        .map(|position| {
            let of = |appointment: &&Appointment| appointment.position == position.id;
            let appointments = appointments.iter().filter(of).cloned().collect();
            Post { closed_at: closed.get(&position.id).copied(), appointments, position }
        })
        .collect();
    posts.sort_by(|one, next| one.position.title.fa.cmp(&next.position.title.fa));
    // A position that is handed over within an instant would otherwise stand there twice.
    posts.dedup_by_key(|post| post.position.id);
    Ok(Structure { units, posts })
}

/// One member's appointments, past ones included, the newest first.
pub(crate) async fn appointments_of(scope: &mut Scope, staff: StaffId) -> Result<Vec<Appointment>> {
    store::appointments(scope, Some(staff)).await
}

/// The roles that a position can carry: those that the policy speaks of, and those that positions
/// carry already, because processes name roles that the policy does not.
pub async fn roles(scope: &mut Scope) -> Result<BTreeSet<String>> {
    admit_admin(scope)?;
    let mut roles = store::roles_carried(scope).await?;
    let rules = scope.policy().rules().iter().filter(|rule| rule.axis == Axis::Role);
    roles.extend(rules.map(|rule| rule.subject.clone()));
    roles.retain(|role| !CALLER_ROLES.contains(&role.as_str()));
    if scope.tenant().slug != CENTRAL {
        roles.remove(super::PLATFORM_OPERATOR);
    }
    Ok(roles)
}
