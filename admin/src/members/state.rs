//! Taking a member's access away and giving it back.

use domain::identity;
use domain::{Error, StaffId};
use poem::handler;
use tenants::Scope;
use web::{Answer, At, Fields, Reply};

use super::form::shown;
use crate::filled::Filled;
use crate::paths;
use crate::visit::{Visit, commit};

#[handler]
pub(crate) async fn suspend(visit: Visit, At(id): At<StaffId>, _fields: Fields) -> Answer {
    let mut scope = visit.admin().await?;
    let done = identity::disable_staff(&mut scope, id).await;
    finish(&visit, (scope, done), (id, "admin-member-suspended")).await
}

#[handler]
pub(crate) async fn restore(visit: Visit, At(id): At<StaffId>, _fields: Fields) -> Answer {
    let mut scope = visit.admin().await?;
    let done = identity::enable_staff(&mut scope, id).await;
    finish(&visit, (scope, done), (id, "admin-member-restored")).await
}

#[handler]
pub(crate) async fn end_sessions(visit: Visit, At(id): At<StaffId>, _fields: Fields) -> Answer {
    let mut scope = visit.admin().await?;
    let done = identity::end_sessions_of(&mut scope, id).await.map(|_| ());
    finish(&visit, (scope, done), (id, "admin-member-signed-out")).await
}

async fn finish(
    visit: &Visit,
    (scope, done): (Scope, Result<(), Error>),
    (id, told): (StaffId, &'static str),
) -> Answer {
    match done {
        Ok(()) => {
            commit(scope).await?;
            Ok(Reply::to(paths::member(id)).notice(told))
        }
        Err(error) => {
            drop(scope);
            shown(visit, id, Filled::default().told(error, "access", visit.lang())?).await
        }
    }
}
