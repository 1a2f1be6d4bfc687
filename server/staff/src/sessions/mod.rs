//! One's own sessions: where one is signed in, extending this one, ending any of them.

mod page;

use domain::SessionId;
use domain::identity::{self, Entered};
use poem::handler;
use web::{Answer, At, Fields, Reply, show};

pub(crate) use page::SessionsPage;

use crate::{Visit, commit, paths, sign_in};

#[handler]
pub(crate) async fn list(visit: Visit) -> Answer {
    let Entered { mut scope, session } = visit.enter().await?;
    let Some(session) = session else { return sign_in::first(&visit.asked) };
    let lines = identity::sessions(&mut scope).await?;
    commit(scope).await?;
    show(SessionsPage::of(&lines, session.id))
}

/// Ends a session on another machine, or this one.
#[handler]
pub(crate) async fn end(visit: Visit, At(id): At<SessionId>, _fields: Fields) -> Answer {
    let Some(mut scope) = visit.member().await? else { return sign_in::first(paths::SESSIONS) };
    identity::end_session(&mut scope, id).await?;
    commit(scope).await?;
    Ok(Reply::to(paths::SESSIONS).notice("staff-session-ended"))
}

#[handler]
pub(crate) async fn sign_out(visit: Visit, _fields: Fields) -> Answer {
    let Entered { mut scope, session } = visit.enter().await?;
    if let Some(session) = session {
        identity::sign_out(&mut scope, session.id).await?;
        commit(scope).await?;
    }
    Ok(Reply::to(paths::sign_in(paths::FRONT)).signing_out().notice("staff-signed-out"))
}

/// Entering is the sign of life; there is nothing else to do.
#[handler]
pub(crate) async fn extend(visit: Visit, _fields: Fields) -> Answer {
    let Some(scope) = visit.member().await? else { return sign_in::first(paths::FRONT) };
    commit(scope).await?;
    Ok(Reply::nothing())
}
