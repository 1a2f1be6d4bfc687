//! Enrolling somebody who will work at the desk.

use tenants::{Act, Agency, Scope};

use super::add::{NewStaff, add_staff, canonical};
use super::{draw, store, totp};
use crate::organisation::{self, Position};
use crate::{Error, PositionId, Result};

/// Longer than any name.
const NAME_MOST: usize = 200;

/// Whom to enrol.
#[derive(Debug, Clone)]
pub struct Enrolment {
    /// Small Latin letters, digits, dots, dashes and underscores; unique within the agency.
    pub username: String,
    /// As colleagues and applicants read it.
    pub name: String,
    /// The keys of the positions to hold from now on.
    pub positions: Vec<String>,
}

/// How somebody signs in who was just enrolled. It has no `Debug`, so that it is not logged by
/// accident.
pub struct Secrets {
    pub password: String,
    /// Base32, as typed into an authenticator.
    pub totp_secret: String,
}

/// Enrol a member of staff, who can sign in with what is returned, this once. Whoever held one of
/// the positions holds it no more.
///
/// Invalid at `username`, `name` or `positions`.
pub async fn enrol_staff(scope: &mut Scope, new: Enrolment) -> Result<Secrets> {
    scope.allow(Act::Configure, &Agency)?;
    let name = new.name.trim().to_owned();
    if !is_name(&name) {
        return Err(Error::invalid("name", "staff-name"));
    }
    let username = canonical(&new.username);
    if store::staff_by_name(scope, &username).await?.is_some() {
        return Err(Error::invalid("username", "username-taken"));
    }
    let positions = known(organisation::positions(scope).await?, &new.positions)?;
    let secret = totp::new_totp_secret();
    let password = draw::new_password(&username, &scope.tenant().slug);
    let totp_secret = totp::totp_base32(&secret);
    let totp = Some(secret);
    let add = NewStaff { username, name, password: password.clone(), totp_secret: totp };
    let staff = add_staff(scope, add).await?;
    for position in positions {
        organisation::appoint(scope, position, staff).await?;
    }
    Ok(Secrets { password, totp_secret })
}

/// Whether colleagues can be shown it.
pub(super) fn is_name(name: &str) -> bool {
    !name.is_empty() && name.chars().count() <= NAME_MOST
}

/// The positions with these keys.
fn known(all: Vec<Position>, wanted: &[String]) -> Result<Vec<PositionId>> {
    let chosen: Vec<_> = all.into_iter().filter(|p| wanted.contains(&p.key)).collect();
    if wanted.iter().all(|key| chosen.iter().any(|p| p.key == *key)) {
        return Ok(chosen.into_iter().map(|p| p.id).collect());
    }
    Err(Error::invalid("positions", "position-unknown"))
}
