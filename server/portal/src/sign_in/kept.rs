//! What somebody was about to do when the portal asked to sign in first.

use std::time::Duration;

use domain::identity::{self, Door, SignedIn};
use domain::{DraftId, Error, Refusal, drafts};
use serde::{Deserialize, Serialize};
use tenants::{Scope, Tenant};
use web::cookies::SessionKey;
use web::{Along, Answer, Problem, Reply, sealed};

use crate::paths;
use crate::visit::Visit;

const PURPOSE: &str = "portal.kept-form";

/// The most bytes that are carried along, before they are sealed.
const MOST: usize = 256 * 1024;

/// The cookie outlives its session, so that a form sent after the end still shows whose browser it
/// comes from, and is kept. What the session itself is worth, the domain decides.
const COOKIE_OUTLIVES: Duration = Duration::from_hours(24);

/// No `Debug`: it holds what a person typed.
#[derive(Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub(crate) enum Kept {
    /// Save this in a draft.
    Save { draft: DraftId, pairs: Vec<(String, String)> },
    /// Begin a request for a service.
    Start { service: String },
}

impl Kept {
    /// Sealed for a hidden field; empty when there is more than is carried along.
    pub(super) fn seal(&self, tenant: &Tenant) -> Result<String, Problem> {
        let sealed = sealed::seal(tenant, PURPOSE, self)?;
        // Base64 makes four characters of three bytes.
        Ok(if sealed.len() > MOST / 3 * 4 { String::new() } else { sealed })
    }

    fn open(tenant: &Tenant, text: &str) -> Option<Self> {
        sealed::open(tenant, PURPOSE, text)
    }

    /// Does it; answers where to go on.
    async fn carry_out(self, scope: &mut Scope) -> Result<String, Error> {
        match self {
            Self::Start { service } => Ok(paths::draft(drafts::start(scope, &service).await?)),
            Self::Save { draft, pairs } => {
                let (found, _) = drafts::see(scope, draft).await?;
                drafts::save(scope, draft, &found.service.form.take(pairs)).await?;
                Ok(paths::draft(draft))
            }
        }
    }
}

/// Somebody signed in: does what was kept and goes on.
pub(super) async fn go_on(visit: &Visit, signed_in: SignedIn, along: Along) -> Answer {
    let now = visit.state.desks.clock().now();
    let lives = (signed_in.session.ends_at - now).to_std().unwrap_or_default();
    let key = SessionKey::parse(&signed_in.token).ok_or(Problem::fault("a session token"))?;
    let reply = match Kept::open(&visit.tenant, &along.kept) {
        None => Reply::to(&along.next),
        Some(kept) => done(carry_out(visit, &signed_in.token, kept).await, &along.next),
    };
    let lang = signed_in.session.lang.unwrap_or(visit.lang());
    Ok(reply.signing_in(key, lives + COOKIE_OUTLIVES).speaking_of_person(lang))
}

async fn carry_out(visit: &Visit, token: &str, kept: Kept) -> Result<String, Error> {
    let desks = &visit.state.desks;
    let mut scope = identity::enter(desks, &visit.tenant, Door::Portal, Some(token)).await?.scope;
    let path = kept.carry_out(&mut scope).await?;
    scope.commit().await?;
    Ok(path)
}

/// She is signed in whatever became of it, so none of this is a dead end.
fn done(result: Result<String, Error>, next: &str) -> Reply {
    match result {
        Ok(path) => Reply::to(path).notice("portal-kept-done"),
        // The draft of another account, or one that became a case: the next page tells.
        Err(Error::Missing(_) | Error::Denied(_) | Error::Refused(Refusal::DraftSubmitted)) => {
            Reply::to(next)
        }
        Err(error) => {
            tracing::error!(error = format!("{error:#}"), "a kept form could not be applied");
            Reply::to(next).notice("portal-kept-lost")
        }
    }
}
