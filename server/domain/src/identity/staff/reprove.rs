//! Typing the password again before changing how one signs in (ASVS 5.0, 7.5.1).
//!
//! A session that somebody left open, or whose token was stolen, must not be enough to take the
//! account over for good.

use std::sync::Arc;

use tenants::{Desks, Scope, Tenant};

use super::brake::{self, Brake};
use super::password;
use super::store::{self, Known};
use crate::identity::sessions::{self, Door, Entered, Session, SignedIn};
use crate::{Error, Result, StaffId};

/// What a signed-in member of staff hands in to prove the password again.
#[derive(Clone, Copy)]
pub struct Reproof<'a> {
    /// Where the session holds.
    pub door: Door,
    /// The token of the session, from the cookie.
    pub token: &'a str,
    /// The present password, as typed.
    pub password: &'a str,
    /// The caller's address on the network.
    pub origin: &'a str,
}

/// The password was the right one.
pub(super) struct Proved<'a> {
    pub(super) member: Known,
    pub(super) session: Session,
    reproof: Reproof<'a>,
}

/// Check the present password, at the same brakes as signing in: a stolen session is no place to
/// guess. The attempt is kept although it is refused, with a problem at `password`.
pub(super) async fn reprove<'a>(
    desks: &Desks,
    tenant: &Arc<Tenant>,
    reproof: Reproof<'a>,
) -> Result<Proved<'a>> {
    let (mut scope, session) = admit(desks, tenant, reproof).await?;
    let staff = own_id(&scope)?;
    let member = store::known_by_id(&mut scope, staff).await?.ok_or(Error::Missing("staff"))?;
    let proved = Proved { member, session, reproof };
    let brakes = proved.brakes(&scope);
    brake::count(&mut scope, &brakes).await?;
    scope.commit().await?;
    // No transaction is open here: this takes a while, and may wait for its turn.
    let kept = proved.member.password_hash.clone();
    if !password::fits(reproof.password, Some(kept)).await? {
        tracing::info!(session = %proved.session.id, "a password was not proved again");
        return Err(Error::invalid("password", "password-wrong"));
    }
    proved.was_no_guess(desks, tenant).await?;
    Ok(proved)
}

impl Proved<'_> {
    /// Let the member in to do what the password was proved for. The member's row is held until the
    /// scope ends; whoever was signed out, disabled or changed meanwhile is not let in.
    pub(super) async fn enter(&self, desks: &Desks, tenant: &Arc<Tenant>) -> Result<Scope> {
        let (mut scope, _) = admit(desks, tenant, self.reproof).await?;
        if !store::hold(&mut scope, &self.member).await? {
            return Err(Error::Missing("session"));
        }
        Ok(scope)
    }

    /// Keep what was done; the session goes on under a new token.
    pub(super) async fn go_on(self, mut scope: Scope) -> Result<SignedIn> {
        let signed_in = sessions::renew(&mut scope, self.session).await?;
        scope.commit().await?;
        Ok(signed_in)
    }

    /// The same, and whoever else is signed in as this member is signed out.
    pub(super) async fn go_on_alone(self, mut scope: Scope) -> Result<SignedIn> {
        let (staff, session) = (self.member.id, self.session.id);
        sessions::end_sessions_of(&mut scope, staff, Some(session)).await?;
        self.go_on(scope).await
    }

    /// Forget the attempt, whatever else is wrong with what was sent.
    async fn was_no_guess(&self, desks: &Desks, tenant: &Arc<Tenant>) -> Result<()> {
        let (mut scope, _) = admit(desks, tenant, self.reproof).await?;
        let brakes = self.brakes(&scope);
        brake::release(&mut scope, &brakes).await?;
        Ok(scope.commit().await?)
    }

    fn brakes(&self, scope: &Scope) -> [Brake; 2] {
        brake::brakes(scope, &self.member.username, self.reproof.origin)
    }
}

async fn admit(
    desks: &Desks,
    tenant: &Arc<Tenant>,
    reproof: Reproof<'_>,
) -> Result<(Scope, Session)> {
    let Entered { scope, session } =
        sessions::enter(desks, tenant, reproof.door, Some(reproof.token)).await?;
    Ok((scope, session.ok_or(Error::Missing("session"))?))
}

/// Which member of staff calls.
pub(super) fn own_id(scope: &Scope) -> Result<StaffId> {
    let member = scope.caller().staff().ok_or(Error::Missing("staff"))?;
    Ok(StaffId(member.staff))
}
