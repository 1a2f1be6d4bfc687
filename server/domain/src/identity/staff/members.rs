//! The members of staff, for whoever looks after the agency.

use chrono::{DateTime, Utc};
use locale::text::{one_line, search_key};
use tenants::{Act, Scope};

use super::colleague::Colleague;
use super::enrol::is_name;
use super::store;
use crate::organisation::{self, Appointment, admit_admin};
use crate::{Error, Result, StaffId};

/// A member of staff.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemberLine {
    pub id: StaffId,
    pub username: String,
    pub name: String,
    /// Whether they can sign in.
    pub active: bool,
    pub created_at: DateTime<Utc>,
}

/// A member of staff with everything they held and hold, the newest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemberFile {
    pub line: MemberLine,
    pub appointments: Vec<Appointment>,
}

/// Every member whose name or user name holds what is sought, in the order of their names; all of
/// them where nothing is.
pub async fn members(scope: &mut Scope, sought: &str) -> Result<Vec<MemberLine>> {
    admit_admin(scope)?;
    let sought = search_key(sought);
    let mut lines = store::members(scope, None).await?;
    let holds = |text: &str| search_key(text).contains(&sought);
    lines.retain(|line| holds(&line.name) || holds(&line.username));
    Ok(lines)
}

/// One member.
pub async fn member(scope: &mut Scope, staff: StaffId) -> Result<MemberFile> {
    admit_admin(scope)?;
    let line = store::members(scope, Some(staff)).await?.pop().ok_or(Error::Missing("staff"))?;
    let appointments = organisation::appointments_of(scope, staff).await?;
    Ok(MemberFile { line, appointments })
}

/// Write a member's name differently. Invalid at `name`.
pub async fn rename_staff(scope: &mut Scope, staff: StaffId, name: &str) -> Result<()> {
    scope.allow(Act::Configure, &Colleague(staff))?;
    let name = one_line(name);
    if !is_name(&name) {
        return Err(Error::invalid("name", "staff-name"));
    }
    if store::rename(scope, staff, &name).await? {
        return Ok(());
    }
    Err(Error::Missing("staff"))
}

/// How many members can sign in.
pub(crate) async fn count_members(scope: &mut Scope) -> Result<i64> {
    store::count_members(scope).await
}
