//! Changing the positions of the chart. Whether work lies before one is not known here: closing and
//! changing are asked for in `administration`.

use tenants::{Act, CALLER_ROLES, Scope, Text};

use super::part::Part;
use super::store;
use crate::{Error, PositionId, Result, UnitId};

/// What a position is made of.
#[derive(Debug, Clone)]
pub struct PositionPlan {
    pub unit: UnitId,
    pub title: Text,
    /// The office telephone, as shown to applicants.
    pub phone: Option<String>,
    pub roles: Vec<String>,
}

/// Add a position. The id comes with the form: however often that is sent, there is one position.
///
/// Invalid at `unit`, `phone` or `roles`.
pub async fn found_position(scope: &mut Scope, id: PositionId, plan: PositionPlan) -> Result<()> {
    scope.allow(Act::Configure, &Part::from(id))?;
    store::hold_chart(scope).await?;
    check(scope, &plan).await?;
    let PositionPlan { unit, title, phone, roles } = plan;
    let new = super::NewPosition { key: super::key_of(id.0), unit, title, phone, roles };
    store::insert_position(scope, id, &new).await
}

/// Whether a position can be made of this.
pub(crate) async fn check(scope: &mut Scope, plan: &PositionPlan) -> Result<()> {
    if !store::unit_is_open(scope, plan.unit).await? {
        return Err(Error::invalid("unit", "unit-unknown"));
    }
    if plan.phone.as_ref().is_some_and(|phone| !is_phone(phone)) {
        return Err(Error::invalid("phone", "phone-format"));
    }
    let known = super::roles(scope).await?;
    let fits = |role: &String| known.contains(role) && !CALLER_ROLES.contains(&role.as_str());
    if plan.roles.iter().all(fits) {
        return Ok(());
    }
    Err(Error::invalid("roles", "role-unknown"))
}

/// An office telephone with its extension: digits, spaces, dashes, a plus sign.
fn is_phone(phone: &str) -> bool {
    let plain = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '-' | '+' | '(' | ')');
    (3..=30).contains(&phone.len()) && phone.chars().all(plain)
}
