//! A form that came when the session had ended already.

use std::time::Duration;

use domain::identity::{Entered, SignedIn};
use domain::{DraftId, Error, cases};
use serde::{Deserialize, Serialize};
use tenants::Tenant;
use web::cookies::SessionKey;
use web::{Answer, Problem, Reply, sealed};

use super::page::Along;
use crate::cases::{CasePage, Filled, Look, Sent};
use crate::counter::{Arriving, answers, visitor};
use crate::paths;
use crate::visit::{Visit, commit};

const PURPOSE: &str = "desk.kept-form";

/// The cookie outlives its session, so that a form sent after the end still shows whose browser it
/// comes from, and is kept. What the session itself is worth, the domain decides.
const COOKIE_OUTLIVES: Duration = Duration::from_hours(24);

/// The most bytes that are carried along, before they are sealed.
const MOST: usize = 256 * 1024;

/// No `Debug`: it holds what a person typed.
#[derive(Serialize, Deserialize)]
#[serde(tag = "is", content = "what", rename_all = "kebab-case")]
pub(crate) enum Kept {
    /// A form of a case's page, to be shown again.
    Case(Sent),
    /// A visitor to be received.
    Arriving(Arriving),
    /// What was typed into a draft at the counter.
    Draft { draft: DraftId, pairs: Vec<(String, String)> },
}

impl Kept {
    /// Sealed for a hidden field; empty when there is more than is carried along.
    pub(super) fn seal(&self, tenant: &Tenant) -> Result<String, Problem> {
        let sealed = sealed::seal(tenant, PURPOSE, self)?;
        // Base64 makes four characters of three bytes.
        Ok(if sealed.len() > MOST / 3 * 4 { String::new() } else { sealed })
    }
}

/// Somebody signed in: goes on with what was kept.
pub(super) async fn go_on(visit: &Visit, signed_in: &SignedIn, along: &Along) -> Answer {
    let token = &signed_in.token;
    let reply = match sealed::open(&visit.tenant, PURPOSE, &along.kept) {
        None => Reply::to(&along.next),
        Some(Kept::Case(sent)) => shown(visit, token, sent).await?,
        Some(Kept::Arriving(arriving)) => arrived(visit, token, arriving).await?,
        Some(Kept::Draft { draft, pairs }) => saved(visit, token, (draft, pairs)).await?,
    };
    remember(visit, signed_in, reply)
}

async fn arrived(visit: &Visit, token: &str, arriving: Arriving) -> Answer {
    let scope = visit.enter_with(Some(token)).await?.scope;
    match visitor::received(visit, scope, arriving).await {
        Err(Problem::Missing | Problem::Refused(_)) => lost(),
        other => other,
    }
}

async fn saved(
    visit: &Visit,
    token: &str,
    (draft, pairs): (DraftId, Vec<(String, String)>),
) -> Answer {
    let mut scope = visit.enter_with(Some(token)).await?.scope;
    match answers::keep(&mut scope, draft, pairs).await {
        Ok(_) => {
            commit(scope).await?;
            Ok(Reply::to(paths::counter_draft(draft)).notice("counter-kept-back"))
        }
        Err(Error::Missing(_) | Error::Denied(_) | Error::Refused(_)) => lost(),
        Err(other) => Err(other.into()),
    }
}

/// She is signed in whatever became of it, so none of this is a dead end.
fn lost() -> Answer {
    Ok(Reply::to(paths::FRONT).notice("counter-kept-lost"))
}

/// Has the browser keep the token of a session along with an answer.
pub(crate) fn remember(visit: &Visit, signed_in: &SignedIn, reply: Reply) -> Answer {
    let lives = (signed_in.session.ends_at - visit.now()).to_std().unwrap_or_default();
    let key = SessionKey::parse(&signed_in.token).ok_or(Problem::fault("a session token"))?;
    Ok(reply.signing_in(key, lives + COOKIE_OUTLIVES))
}

async fn shown(visit: &Visit, token: &str, sent: Sent) -> Result<Reply, Problem> {
    let Entered { mut scope, .. } = visit.enter_with(Some(token)).await?;
    match cases::see(&mut scope, sent.case).await {
        Ok(file) => {
            commit(scope).await?;
            let look = Look::at(visit, sent.back());
            let page = CasePage::of(&file, &look, Some(&Filled::returned(sent)));
            Reply::page(poem::http::StatusCode::OK, &page)
        }
        // It lies before her no more, or somebody else signed in. Either way she is signed in.
        Err(Error::Missing(_) | Error::Denied(_)) => {
            Ok(Reply::to(paths::FRONT).notice("desk-kept-lost"))
        }
        Err(other) => Err(other.into()),
    }
}
