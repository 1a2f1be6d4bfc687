//! A form that came when the session had ended already.
//!
//! One of a case stands on the case's page again once its sender is recognised, and is never carried
//! out by itself. What was typed at the counter is saved.

use domain::identity::Entered;
use domain::{DraftId, Error, cases};
use futures_util::FutureExt as _;
use futures_util::future::BoxFuture;
use poem::http::StatusCode;
use serde::{Deserialize, Serialize};
use tenants::Tenant;
use web::{Answer, Problem, Reply, sealed};

use crate::cases::{CasePage, Filled, Look, Sent};
use crate::counter::{Arriving, answers, visitor};
use crate::paths;
use crate::visit::{Visit, commit};

const PURPOSE: &str = "desk.kept-form";

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
    /// Sealed for a hidden field; nothing when there is more than is carried along.
    fn seal(&self, tenant: &Tenant) -> Result<Option<String>, Problem> {
        let sealed = sealed::seal(tenant, PURPOSE, self)?;
        // Base64 makes four characters of three bytes.
        Ok(Some(sealed).filter(|sealed| sealed.len() <= MOST / 3 * 4))
    }
}

/// Asks whoever sent a form to sign in first, and keeps what was sent.
pub(crate) fn keep(visit: &Visit, next: &str, kept: &Kept) -> Answer {
    match kept.seal(&visit.tenant)? {
        Some(sealed) => staff::keep(next, sealed),
        None => staff::keep_nothing(next),
    }
}

/// Goes on with such a form once its sender is recognised.
pub(crate) fn show<'a>(
    visit: &'a staff::Visit,
    token: &'a str,
    kept: &'a str,
) -> BoxFuture<'a, Result<Option<Reply>, Problem>> {
    async move {
        let Some(kept) = sealed::open(&visit.tenant, PURPOSE, kept) else { return Ok(None) };
        let reply = match kept {
            Kept::Case(sent) => shown(visit, token, sent).await?,
            Kept::Arriving(arriving) => arrived(visit, token, arriving).await?,
            Kept::Draft { draft, pairs } => saved(visit, token, (draft, pairs)).await?,
        };
        Ok(Some(reply))
    }
    .boxed()
}

async fn shown(visit: &staff::Visit, token: &str, sent: Sent) -> Answer {
    let Entered { mut scope, .. } = visit.enter_with(Some(token)).await?;
    match cases::see(&mut scope, sent.case).await {
        Ok(file) => {
            commit(scope).await?;
            let look = Look::at(visit, sent.back());
            let page = CasePage::of(&file, &look, Some(&Filled::returned(sent)));
            Reply::page(StatusCode::OK, &page)
        }
        // It lies before her no more, or somebody else signed in. Either way she is signed in.
        Err(Error::Missing(_) | Error::Denied(_)) => {
            Ok(Reply::to(paths::FRONT).notice("desk-kept-lost"))
        }
        Err(other) => Err(other.into()),
    }
}

async fn arrived(visit: &staff::Visit, token: &str, arriving: Arriving) -> Answer {
    let scope = visit.enter_with(Some(token)).await?.scope;
    match visitor::received(visit, scope, arriving).await {
        Err(Problem::Missing | Problem::Refused(_)) => Ok(lost()),
        other => other,
    }
}

async fn saved(
    visit: &staff::Visit,
    token: &str,
    (draft, pairs): (DraftId, Vec<(String, String)>),
) -> Answer {
    let mut scope = visit.enter_with(Some(token)).await?.scope;
    match answers::keep(&mut scope, draft, pairs).await {
        Ok(_) => {
            commit(scope).await?;
            Ok(Reply::to(paths::counter_draft(draft)).notice("counter-kept-back"))
        }
        Err(Error::Missing(_) | Error::Denied(_) | Error::Refused(_)) => Ok(lost()),
        Err(other) => Err(other.into()),
    }
}

/// She is signed in whatever became of it, so none of this is a dead end.
fn lost() -> Reply {
    Reply::to(paths::FRONT).notice("counter-kept-lost")
}
