//! Changing one's own password.

use std::sync::Arc;

use tenants::{Desks, Tenant};

use super::reprove::{Reproof, reprove};
use super::{password, store};
use crate::identity::sessions::SignedIn;
use crate::{Error, Result};

/// Change the password of the signed-in member of staff. Every other session of theirs ends, and
/// this one goes on under the returned token.
///
/// Commits by itself, because a wrong attempt counts although it is refused. Invalid at `password`
/// where the present one is wrong, at `new` where the new one will not do; refuses with
/// `SignInDelayed` after wrong attempts.
pub async fn change_password(
    desks: &Desks,
    tenant: &Arc<Tenant>,
    reproof: Reproof<'_>,
    new: &str,
) -> Result<SignedIn> {
    let proved = reprove(desks, tenant, reproof).await?;
    if let Some(problem) = password::problem(new, &proved.member.username, &tenant.slug) {
        return Err(Error::invalid("new", problem));
    }
    let hash = password::hash(new).await?;
    let mut scope = proved.enter(desks, tenant).await?;
    store::set_password(&mut scope, proved.member.id, &hash).await?;
    let signed_in = proved.go_on_alone(scope).await?;
    tracing::info!(session = %signed_in.session.id, "a password was changed");
    Ok(signed_in)
}
