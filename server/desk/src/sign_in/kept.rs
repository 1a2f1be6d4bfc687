//! A form that came when the session had ended already.

use std::time::Duration;

use domain::identity::{Entered, SignedIn};
use domain::{Error, cases};
use tenants::Tenant;
use web::cookies::SessionKey;
use web::{Answer, Problem, Reply, sealed};

use super::page::Along;
use crate::cases::{CasePage, Filled, Look, Sent};
use crate::paths;
use crate::visit::{Visit, commit};

const PURPOSE: &str = "desk.kept-form";

/// The cookie outlives its session, so that a form sent after the end still shows whose browser it
/// comes from, and is kept. What the session itself is worth, the domain decides.
const COOKIE_OUTLIVES: Duration = Duration::from_hours(24);

/// For a hidden field.
pub(super) fn seal(tenant: &Tenant, sent: &Sent) -> Result<String, Problem> {
    sealed::seal(tenant, PURPOSE, sent)
}

/// Somebody signed in: goes on, or shows the form that was kept.
pub(super) async fn go_on(visit: &Visit, signed_in: &SignedIn, along: &Along) -> Answer {
    let reply = match sealed::open(&visit.tenant, PURPOSE, &along.kept) {
        None => Reply::to(&along.next),
        Some(sent) => shown(visit, &signed_in.token, sent).await?,
    };
    remember(visit, signed_in, reply)
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
