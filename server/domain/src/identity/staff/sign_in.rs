//! Signing in at the desk and the console: user name, password and a second factor.

use std::sync::Arc;

use tenants::{Caller, Desks, Scope, Tenant};

use super::add::canonical;
use super::brake::{self, Brake};
use super::secret::open_secret;
use super::store::{self, Known};
use super::{password, recovery, totp};
use crate::identity::Reading;
use crate::identity::sessions::{self, Door, SignedIn, Who};
use crate::identity::{attempts, codes};
use crate::{Refusal, Result, StaffId};

/// What is handed in at the door, as typed.
#[derive(Clone, Copy)]
pub struct Credentials<'a> {
    /// The door that the session is for.
    pub door: Door,
    pub username: &'a str,
    pub password: &'a str,
    /// The code of the authenticator, or a recovery code.
    pub second: &'a str,
    /// The caller's address on the network.
    pub origin: &'a str,
    pub reading: Reading,
}

/// Sign a member of staff in.
///
/// Commits by itself, because an attempt counts although it is refused. Refuses with `SignInWrong`
/// whatever was wrong, after the same work whether or not the name is known, and with
/// `SignInDelayed` after wrong attempts on one name from one address.
pub async fn sign_in(
    desks: &Desks,
    tenant: &Arc<Tenant>,
    credentials: Credentials<'_>,
) -> Result<SignedIn> {
    let Candidate { known, second } = meet(desks, tenant, credentials).await?;
    // No transaction is open here: this takes a while, and may wait for its turn.
    let kept = known.as_ref().map(|member| member.password_hash.clone());
    let fits = password::fits(credentials.password, kept).await?;
    match (known, second) {
        (Some(member), Some(second)) if fits => {
            let scope = desks.enter(tenant, Caller::Visitor(tenant.id)).await?;
            let entry = Entry { member, second };
            admit(scope, entry, credentials).await
        }
        _ => Err(refused(tenant)),
    }
}

/// Who might be at the door, before the password is looked at.
struct Candidate {
    known: Option<Known>,
    /// The second factor, if it fits that member.
    second: Option<Second>,
}

/// A second factor that fits and has yet to be used up.
enum Second {
    TotpStep(i64),
    RecoveryCode(Vec<u8>),
}

struct Entry {
    member: Known,
    second: Second,
}

/// Count the attempt and fetch what it takes to judge it.
async fn meet(
    desks: &Desks,
    tenant: &Arc<Tenant>,
    credentials: Credentials<'_>,
) -> Result<Candidate> {
    let mut scope = desks.enter(tenant, Caller::Visitor(tenant.id)).await?;
    let brakes = brakes_of(&scope, credentials);
    brake::count(&mut scope, &brakes).await?;
    attempts::sweep(&mut scope).await?;
    let known = store::known_by_name(&mut scope, &canonical(credentials.username)).await?;
    let second = fitting(&mut scope, known.as_ref(), credentials.second).await?;
    scope.commit().await?;
    Ok(Candidate { known, second })
}

/// Both kinds of second factor are looked at, for a known name and for an unknown one.
async fn fitting(scope: &mut Scope, known: Option<&Known>, typed: &str) -> Result<Option<Second>> {
    let staff = known.map_or_else(StaffId::new, |member| member.id);
    let code = recovery::code_mark(scope, staff, typed);
    let recovers = store::recovery_code_is_good(scope, staff, &code).await?;
    let secret = match known.and_then(|member| member.totp_sealed.as_ref()) {
        Some(sealed) => open_secret(scope, staff, sealed)?,
        None => totp::new_totp_secret().into(),
    };
    let step = totp::step_of(&secret, &codes::typed(typed), scope.now());
    // A step opens the door once: the same or an earlier code is worth nothing afterwards.
    let step = step.filter(|step| {
        known.is_some_and(|member| member.totp_sealed.is_some() && *step > member.totp_step)
    });
    let code = recovers.then_some(Second::RecoveryCode(code));
    Ok(step.map(Second::TotpStep).or(code))
}

/// Everything fits: use the second factor up and begin a session.
async fn admit(mut scope: Scope, entry: Entry, credentials: Credentials<'_>) -> Result<SignedIn> {
    let Entry { member, second } = entry;
    // While the password was looked at, it may have been changed, or the member disabled.
    if !store::hold(&mut scope, &member).await? {
        return Err(refused(scope.tenant()));
    }
    let used = match second {
        Second::TotpStep(step) => store::use_totp_step(&mut scope, member.id, step).await?,
        Second::RecoveryCode(code) => {
            store::use_recovery_code(&mut scope, member.id, &code).await?
        }
    };
    if !used {
        // Somebody else was let in with this very code in the meantime.
        return Err(refused(scope.tenant()));
    }
    let brakes = brakes_of(&scope, credentials);
    brake::release(&mut scope, &brakes).await?;
    let who = Who::Staff { id: member.id, name: member.name };
    let Credentials { door, reading, .. } = credentials;
    let signed_in = sessions::begin(&mut scope, door, who, reading).await?;
    scope.commit().await?;
    tracing::info!(session = %signed_in.session.id, "a member of staff signed in");
    Ok(signed_in)
}

fn brakes_of(scope: &Scope, credentials: Credentials<'_>) -> [Brake; 2] {
    brake::brakes(scope, &canonical(credentials.username), credentials.origin)
}

fn refused(tenant: &Tenant) -> crate::Error {
    tracing::info!(tenant = %tenant.id.0, "a sign-in was refused");
    Refusal::SignInWrong.into()
}
