//! The session of this browser.

use domain::identity::{self, Entered};
use poem::handler;
use web::{Answer, Fields, Reply};

use crate::sign_in;
use crate::visit::{Visit, commit};

#[handler]
pub(crate) async fn sign_out(visit: Visit, _fields: Fields) -> Answer {
    let Entered { mut scope, session } = visit.enter().await?;
    if let Some(session) = session {
        identity::sign_out(&mut scope, session.id).await?;
        commit(scope).await?;
    }
    Ok(Reply::to("/").signing_out().notice("portal-signed-out"))
}

/// Entering is the sign of life; there is nothing else to do.
#[handler]
pub(crate) async fn extend(visit: Visit, _fields: Fields) -> Answer {
    let Some(scope) = visit.applicant().await? else { return sign_in::first("/") };
    commit(scope).await?;
    Ok(Reply::nothing())
}
