//! A form that came when the session had ended already.

use domain::identity::Entered;
use domain::{Error, cases};
use futures_util::FutureExt as _;
use futures_util::future::BoxFuture;
use poem::http::StatusCode;
use web::{Answer, Problem, Reply, sealed};

use crate::cases::{CasePage, Filled, Look, Sent};
use crate::paths;
use crate::visit::{Visit, commit};

const PURPOSE: &str = "desk.kept-form";

/// Asks whoever sent a form to sign in first, and keeps what was sent.
pub(crate) fn keep(visit: &Visit, sent: &Sent) -> Answer {
    let kept = sealed::seal(&visit.tenant, PURPOSE, sent)?;
    staff::keep(&paths::case(sent.case), kept)
}

/// Shows such a form on its case's page once its sender is recognised.
pub(crate) fn show<'a>(
    visit: &'a staff::Visit,
    token: &'a str,
    kept: &'a str,
) -> BoxFuture<'a, Result<Option<Reply>, Problem>> {
    async move {
        match sealed::open(&visit.tenant, PURPOSE, kept) {
            Some(sent) => shown(visit, token, sent).await.map(Some),
            None => Ok(None),
        }
    }
    .boxed()
}

async fn shown(visit: &staff::Visit, token: &str, sent: Sent) -> Result<Reply, Problem> {
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
